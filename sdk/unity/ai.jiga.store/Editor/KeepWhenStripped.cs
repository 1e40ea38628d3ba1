using System.IO;
using UnityEditor.Build;
using UnityEditor.Build.Reporting;
using UnityEditor.UnityLinker;

namespace Jiga.Store.Editor
{
    /// <summary>Unity looks for link.xml below Assets only; this hands it the package's.</summary>
    public sealed class KeepWhenStripped : IUnityLinkerProcessor
    {
        /// <summary>In no particular order.</summary>
        public int callbackOrder
        {
            get { return 0; }
        }

        /// <summary>Where the file lies.</summary>
        public string GenerateAdditionalLinkXmlFile(BuildReport report, UnityLinkerBuildPipelineData data)
        {
            return Path.GetFullPath("Packages/ai.jiga.store/Runtime/link.xml");
        }
    }
}
