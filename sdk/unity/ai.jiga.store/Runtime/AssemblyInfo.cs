using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Jiga.Store.Tests")]
[assembly: InternalsVisibleTo("Jiga.Store.Mono.Tests")]
#if UNITY_5_3_OR_NEWER
[assembly: UnityEngine.Scripting.Preserve]
#endif
