using System;

namespace Jiga.Store
{
    /// <summary>
    /// Which SDK this is, as it names itself to the store.
    /// <example><code>
    /// Console.WriteLine("JIGA Store SDK " + SdkVersion.Number);
    /// </code></example>
    /// </summary>
    public static class SdkVersion
    {
        /// <summary>The version, as in package.json.</summary>
        public const string Number = "0.1.0";

        /// <summary>Such as <c>jiga-store-unity/0.1.0 (Unity 2022.3.10f1; WindowsPlayer)</c>.</summary>
        internal static string ClientName
        {
            get { return "jiga-store-unity/" + Number + " (" + Runtime() + ")"; }
        }

        private static string Runtime()
        {
#if UNITY_5_3_OR_NEWER
            return "Unity " + UnityEngine.Application.unityVersion + "; " + UnityEngine.Application.platform;
#else
            return ".NET " + Environment.Version + "; " + Environment.OSVersion.Platform;
#endif
        }
    }
}
