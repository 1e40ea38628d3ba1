#if UNITY_WEBGL
using System;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Jiga.Store
{
    /// <summary>
    /// The browser's WebSocket, by Plugins/WebGL/JigaStoreSocket.jslib. It is asked each frame what has come, instead of calling back: how a
    /// page calls into C# has changed from one Unity to the next, this has not.
    /// </summary>
    internal sealed class BrowserSocket : ILiveSocket
    {
        private const int Open = 1;

        private readonly TaskCompletionSource<bool> opened = new TaskCompletionSource<bool>();
        private int id;
        private bool watching;
        private bool closed;

        public event Action<string> Received;

        public event Action<int, string> Closed;

        public async Task OpenAsync(Uri address, string protocol, CancellationToken cancel)
        {
            id = JigaStoreSocketOpen(address.AbsoluteUri, protocol);
            watching = true;
            Frames.Each += Look;
            using (cancel.Register(Dispose))
            {
                try
                {
                    await opened.Task;
                }
                catch (ConnectionException)
                {
                    cancel.ThrowIfCancellationRequested();
                    throw;
                }
            }
        }

        public void Send(string text)
        {
            if (!closed)
            {
                JigaStoreSocketSend(id, text);
            }
        }

        public void Close(int code, string reason)
        {
            if (!closed)
            {
                JigaStoreSocketClose(id, code, reason);
            }
        }

        public void Dispose()
        {
            if (!closed)
            {
                JigaStoreSocketClose(id, 1000, "");
                End(1006, "");
            }
        }

        private void Look()
        {
            int state = JigaStoreSocketState(id);
            if (state == Open)
            {
                opened.TrySetResult(true);
            }
            for (int length = JigaStoreSocketNextLength(id); length >= 0 && !closed; length = JigaStoreSocketNextLength(id))
            {
                var bytes = new byte[length];
                JigaStoreSocketNext(id, bytes, length);
                Action<string> received = Received;
                if (received != null)
                {
                    received(Encoding.UTF8.GetString(bytes, 0, length));
                }
            }
            if (state > Open && !closed)
            {
                End(JigaStoreSocketCloseCode(id), "");
            }
        }

        private void End(int code, string reason)
        {
            closed = true;
            if (watching)
            {
                Frames.Each -= Look;
                watching = false;
            }
            JigaStoreSocketForget(id);
            opened.TrySetException(new ConnectionException("The line could not be opened (" + code + ")."));
            Waiting.Ignore(opened.Task);
            Action<int, string> handler = Closed;
            if (handler != null)
            {
                handler(code, reason);
            }
        }

        [DllImport("__Internal")]
        private static extern int JigaStoreSocketOpen(string address, string protocol);

        [DllImport("__Internal")]
        private static extern int JigaStoreSocketState(int id);

        [DllImport("__Internal")]
        private static extern int JigaStoreSocketCloseCode(int id);

        [DllImport("__Internal")]
        private static extern int JigaStoreSocketNextLength(int id);

        [DllImport("__Internal")]
        private static extern void JigaStoreSocketNext(int id, byte[] into, int length);

        [DllImport("__Internal")]
        private static extern void JigaStoreSocketSend(int id, string text);

        [DllImport("__Internal")]
        private static extern void JigaStoreSocketClose(int id, int code, string reason);

        [DllImport("__Internal")]
        private static extern void JigaStoreSocketForget(int id);
    }
}
#endif
