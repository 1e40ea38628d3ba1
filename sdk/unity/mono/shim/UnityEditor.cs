// The few types of UnityEditor that the SDK's window touches. Never shipped.

using System;
using System.Collections.Generic;
using UnityEngine;

namespace UnityEditor
{
    public class EditorWindow : UnityEngine.Object
    {
        public static T GetWindow<T>(string title) where T : EditorWindow, new()
        {
            return new T();
        }

        public void Repaint()
        {
        }
    }

    public sealed class MenuItem : Attribute
    {
        public MenuItem(string path)
        {
        }
    }

    public enum MessageType
    {
        None,
        Info,
        Warning,
        Error,
    }

    public sealed class GUIStyle
    {
    }

    public static class EditorStyles
    {
        public static GUIStyle boldLabel = new GUIStyle();
    }

    public static class EditorGUILayout
    {
        public static void LabelField(string text, GUIStyle style)
        {
        }

        public static string TextField(string label, string text)
        {
            return text;
        }

        public static string PasswordField(string label, string text)
        {
            return text;
        }

        public static void HelpBox(string text, MessageType kind)
        {
        }
    }

    public static class EditorGUI
    {
        public sealed class DisabledScope : IDisposable
        {
            public DisabledScope(bool disabled)
            {
            }

            public void Dispose()
            {
            }
        }
    }

    public static class EditorPrefs
    {
        private static readonly Dictionary<string, string> Kept = new Dictionary<string, string>();

        public static string GetString(string name, string otherwise)
        {
            string value;
            return Kept.TryGetValue(name, out value) ? value : otherwise;
        }

        public static void SetString(string name, string value)
        {
            Kept[name] = value;
        }
    }
}

namespace UnityEditor.Build
{
    public interface IOrderedCallback
    {
        int callbackOrder { get; }
    }
}

namespace UnityEditor.Build.Reporting
{
    public sealed class BuildReport
    {
    }
}

namespace UnityEditor.UnityLinker
{
    public sealed class UnityLinkerBuildPipelineData
    {
    }

    public interface IUnityLinkerProcessor : UnityEditor.Build.IOrderedCallback
    {
        string GenerateAdditionalLinkXmlFile(UnityEditor.Build.Reporting.BuildReport report, UnityLinkerBuildPipelineData data);
    }
}
