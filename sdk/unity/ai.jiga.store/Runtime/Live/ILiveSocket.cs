using System;
using System.Threading;
using System.Threading.Tasks;

namespace Jiga.Store
{
    /// <summary>
    /// A WebSocket, as little of it as a session needs. The platform's own does it, in a browser the browser's; give one of your own in
    /// <see cref="JigaStoreOptions.SocketFactory"/>.
    /// <example><code>
    /// Func&lt;ILiveSocket> mine = null;                  // yours, such as another library's WebSocket
    /// var other = store.WithOptions(o => o.SocketFactory = mine);
    /// </code></example>
    /// </summary>
    public interface ILiveSocket : IDisposable
    {
        /// <summary>A whole text message, in the order in which they came; on any thread.</summary>
        event Action<string> Received;

        /// <summary>The end, once, with the close code (1006 where there was no goodbye); on any thread, after all messages.</summary>
        event Action<int, string> Closed;

        /// <summary>Opens it. Throws <see cref="ConnectionException"/> if that cannot be.</summary>
        Task OpenAsync(Uri address, string protocol, CancellationToken cancel);

        /// <summary>Sends a text message after those before it, and does not wait. What cannot be sent any more is lost.</summary>
        void Send(string text);

        /// <summary>Says goodbye, if there is somebody to say it to.</summary>
        void Close(int code, string reason);
    }
}
