using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

/// <summary>Writes what a game can see of the SDK, a line each, so that a change of it is seen in review. Usage: Surface.exe ASSEMBLY</summary>
internal static class Surface
{
    private const BindingFlags Visible = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static int Main(string[] arguments)
    {
        Assembly assembly = Assembly.LoadFrom(arguments[0]);
        foreach (Type type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            string parent = type.BaseType == null || type.BaseType == typeof(object) || type.IsEnum ? "" : " : " + Name(type.BaseType);
            Console.WriteLine(Name(type) + parent);
            // Types that are generated are as the descriptions are; their names are enough.
            if (type.Namespace == "Jiga.Store.Types")
            {
                continue;
            }
            foreach (string line in Lines(type).OrderBy(line => line, StringComparer.Ordinal))
            {
                Console.WriteLine("    " + line);
            }
        }
        return 0;
    }

    private static IEnumerable<string> Lines(Type type)
    {
        foreach (ConstructorInfo each in type.GetConstructors(Visible))
        {
            yield return "new(" + Parameters(each) + ")";
        }
        foreach (PropertyInfo each in type.GetProperties(Visible))
        {
            bool settable = each.GetSetMethod() != null;
            yield return each.Name + " { get;" + (settable ? " set;" : "") + " } : " + Name(each.PropertyType);
        }
        foreach (EventInfo each in type.GetEvents(Visible))
        {
            yield return "event " + each.Name + " : " + Name(each.EventHandlerType);
        }
        foreach (FieldInfo each in type.GetFields(Visible).Where(each => !each.IsSpecialName))
        {
            yield return (each.IsLiteral ? "const " : "") + each.Name + " : " + Name(each.FieldType);
        }
        foreach (MethodInfo each in type.GetMethods(Visible).Where(each => !each.IsSpecialName && each.GetBaseDefinition() == each))
        {
            yield return (each.IsStatic ? "static " : "") + each.Name + "(" + Parameters(each) + ") : " + Name(each.ReturnType);
        }
    }

    private static string Parameters(MethodBase method)
    {
        return string.Join(", ", method.GetParameters().Select(each => Name(each.ParameterType) + " " + each.Name + (each.IsOptional ? "?" : "")));
    }

    private static string Name(Type type)
    {
        if (!type.IsGenericType)
        {
            return type.Name;
        }
        string plain = type.Name.Substring(0, type.Name.IndexOf('`'));
        return plain == "Nullable"
            ? Name(type.GetGenericArguments()[0]) + "?"
            : plain + "<" + string.Join(", ", type.GetGenericArguments().Select(Name)) + ">";
    }
}
