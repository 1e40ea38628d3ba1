using UnityEditor;

namespace Jiga.Store.Editor
{
    /// <summary>What the window keeps, in the editor's preferences: for one machine, and in no project or build.</summary>
    public static class StoreSettings
    {
        private const string AddressName = "ai.jiga.store.address";
        private const string KeyName = "ai.jiga.store.key";

        /// <summary>Which store.</summary>
        public static string Address
        {
            get { return EditorPrefs.GetString(AddressName, JigaStoreOptions.PublicStore); }
            set { EditorPrefs.SetString(AddressName, value); }
        }

        /// <summary>A key or token; empty where there is none.</summary>
        public static string Key
        {
            get { return EditorPrefs.GetString(KeyName, ""); }
            set { EditorPrefs.SetString(KeyName, value); }
        }
    }
}
