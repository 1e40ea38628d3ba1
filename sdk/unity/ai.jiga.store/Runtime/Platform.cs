namespace Jiga.Store
{
    /// <summary>What carries HTTP, a session's line and time where this was compiled for.</summary>
    internal static class Platform
    {
        internal static IHttpTransport Transport()
        {
#if UNITY_5_3_OR_NEWER
            return new UnityWebRequestTransport();
#else
            return new HttpClientTransport();
#endif
        }

        internal static ILiveSocket Socket()
        {
#if UNITY_WEBGL && !UNITY_EDITOR
            return new BrowserSocket();
#else
            return new ClientWebSocketLine();
#endif
        }

        internal static IClock Clock()
        {
#if UNITY_WEBGL && !UNITY_EDITOR
            return new FrameClock();
#else
            return new SystemClock();
#endif
        }
    }
}
