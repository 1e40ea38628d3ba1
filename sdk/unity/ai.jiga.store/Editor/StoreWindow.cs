using System;
using System.Threading;
using Jiga.Store.Types;
using UnityEditor;
using UnityEngine;

namespace Jiga.Store.Editor
{
    /// <summary>Window > JIGA Store: which store and which key this machine uses, and a call that shows that they work.</summary>
    public sealed class StoreWindow : EditorWindow
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

        private string address = "";
        private string key = "";
        private string outcome = "";
        private MessageType kind = MessageType.None;
        private CancellationTokenSource asking;

        /// <summary>Opens it.</summary>
        [MenuItem("Window/JIGA Store")]
        public static void Open()
        {
            GetWindow<StoreWindow>("JIGA Store");
        }

        private void OnEnable()
        {
            address = StoreSettings.Address;
            key = StoreSettings.Key;
        }

        private void OnDisable()
        {
            if (asking != null)
            {
                asking.Cancel();
            }
        }

        private void OnGUI()
        {
            EditorGUILayout.LabelField("Store", EditorStyles.boldLabel);
            address = EditorGUILayout.TextField("Address", address);
            key = EditorGUILayout.PasswordField("Key or token", key);
            EditorGUILayout.HelpBox(
                "Kept on this machine only, outside of the project, for the editor. A build never has it: a game signs its players in "
                + "with tokens that your server makes.",
                MessageType.Info);
            using (new EditorGUI.DisabledScope(asking != null))
            {
                if (GUILayout.Button(asking == null ? "Keep and try it" : "Asking ..."))
                {
                    StoreSettings.Address = address;
                    StoreSettings.Key = key;
                    Try();
                }
            }
            if (outcome.Length > 0)
            {
                EditorGUILayout.HelpBox(outcome, kind);
            }
        }

        private async void Try()
        {
            asking = new CancellationTokenSource();
            outcome = "";
            try
            {
                var options = new JigaStoreOptions { BaseUrl = address, ApiKey = key.Length == 0 ? null : key, Timeout = Patience };
                using (var store = new JigaStore(options))
                {
                    outcome = await StoreCheck.Run(store, key.Length > 0, asking.Token);
                    kind = MessageType.Info;
                }
            }
            catch (OperationCanceledException)
            {
            }
            catch (JigaException e)
            {
                outcome = e.Message;
                kind = MessageType.Error;
            }
            finally
            {
                asking = null;
                Repaint();
            }
        }
    }
}
