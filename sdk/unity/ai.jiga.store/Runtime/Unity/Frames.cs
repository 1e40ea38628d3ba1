#if UNITY_5_3_OR_NEWER
using System;
using UnityEngine;

namespace Jiga.Store
{
    /// <summary>Unity's frames, for what is no component: an object that is made when somebody listens, and hidden from the scene.</summary>
    internal sealed class Frames : MonoBehaviour
    {
        private static Frames ticking;
        private static event Action each;

        internal static event Action Each
        {
            add
            {
                each += value;
                if (ticking == null)
                {
                    var holder = new GameObject("JIGA Store") { hideFlags = HideFlags.HideAndDontSave };
                    DontDestroyOnLoad(holder);
                    ticking = holder.AddComponent<Frames>();
                }
                ticking.enabled = true;
            }
            remove { each -= value; }
        }

        private void Update()
        {
            Action listeners = each;
            if (listeners == null)
            {
                enabled = false;
                return;
            }
            listeners();
        }
    }
}
#endif
