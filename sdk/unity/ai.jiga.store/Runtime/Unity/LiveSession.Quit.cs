#if UNITY_5_3_OR_NEWER
using UnityEngine;

namespace Jiga.Store
{
    // A game that quits, or an editor that leaves play mode, must not leave a clock running.
    public sealed partial class LiveSession
    {
        partial void QuitWithTheGame()
        {
            Application.quitting += Dispose;
        }

        partial void StayNoLonger()
        {
            Application.quitting -= Dispose;
        }
    }
}
#endif
