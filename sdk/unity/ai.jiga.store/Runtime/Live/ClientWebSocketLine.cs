#if !UNITY_WEBGL || UNITY_EDITOR
using System;
using System.Collections.Generic;
using System.IO;
using System.Net.WebSockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Jiga.Store
{
    /// <summary>
    /// .NET's own WebSocket. It reads and writes on threads of the pool, not on the main one: that one would hear one message a frame.
    /// </summary>
    internal sealed class ClientWebSocketLine : ILiveSocket
    {
        private const int NoGoodbye = 1006;
        private static readonly TimeSpan GoodbyeWithin = TimeSpan.FromSeconds(2);

        private readonly ClientWebSocket socket = new ClientWebSocket();
        private readonly CancellationTokenSource stop = new CancellationTokenSource();
        private readonly Queue<string> outgoing = new Queue<string>();
        private bool writing;
        private bool saysGoodbye;
        private int code;
        private string reason;
        private int closed;

        public event Action<string> Received;

        public event Action<int, string> Closed;

        public async Task OpenAsync(Uri address, string protocol, CancellationToken cancel)
        {
            socket.Options.AddSubProtocol(protocol);
            // The store pings; a ping of our own would be one more thing that wakes a phone.
            socket.Options.KeepAliveInterval = TimeSpan.Zero;
            using (var both = CancellationTokenSource.CreateLinkedTokenSource(cancel, stop.Token))
            {
                try
                {
                    CancellationToken token = both.Token;
                    await Task.Run(() => socket.ConnectAsync(address, token));
                }
                catch (Exception e)
                {
                    cancel.ThrowIfCancellationRequested();
                    throw new ConnectionException("The line to " + address.Host + " could not be opened (" + e.Message + ").", e);
                }
            }
            Waiting.Ignore(Task.Run(Read));
        }

        public void Send(string text)
        {
            lock (outgoing)
            {
                if (saysGoodbye)
                {
                    return;
                }
                outgoing.Enqueue(text);
                Begin();
            }
        }

        public void Close(int closeCode, string why)
        {
            lock (outgoing)
            {
                if (saysGoodbye)
                {
                    return;
                }
                saysGoodbye = true;
                code = closeCode;
                reason = why;
                Begin();
            }
        }

        public void Dispose()
        {
            stop.Cancel();
            socket.Abort();
            socket.Dispose();
            End(NoGoodbye, "");
        }

        private void Begin()
        {
            if (!writing)
            {
                writing = true;
                Waiting.Ignore(Task.Run(Write));
            }
        }

        private async Task Write()
        {
            try
            {
                while (true)
                {
                    string next;
                    lock (outgoing)
                    {
                        next = outgoing.Count > 0 ? outgoing.Dequeue() : null;
                        if (next == null && !saysGoodbye)
                        {
                            writing = false;
                            return;
                        }
                    }
                    if (next == null)
                    {
                        await Goodbye().ConfigureAwait(false);
                        return;
                    }
                    var bytes = new ArraySegment<byte>(Encoding.UTF8.GetBytes(next));
                    await socket.SendAsync(bytes, WebSocketMessageType.Text, true, stop.Token).ConfigureAwait(false);
                }
            }
            catch (Exception)
            {
                // The reader finds the same out, and says it.
                socket.Abort();
            }
        }

        private async Task Goodbye()
        {
            using (var patience = CancellationTokenSource.CreateLinkedTokenSource(stop.Token))
            {
                patience.CancelAfter(GoodbyeWithin);
                await socket.CloseOutputAsync((WebSocketCloseStatus)code, reason, patience.Token).ConfigureAwait(false);
            }
        }

        private async Task Read()
        {
            var buffer = new ArraySegment<byte>(new byte[16 * 1024]);
            var message = new MemoryStream();
            try
            {
                while (true)
                {
                    WebSocketReceiveResult part = await socket.ReceiveAsync(buffer, stop.Token).ConfigureAwait(false);
                    if (part.MessageType == WebSocketMessageType.Close)
                    {
                        End(part.CloseStatus == null ? NoGoodbye : (int)part.CloseStatus.Value, part.CloseStatusDescription);
                        Close((int)(part.CloseStatus ?? WebSocketCloseStatus.NormalClosure), "");
                        return;
                    }
                    message.Write(buffer.Array, 0, part.Count);
                    if (!part.EndOfMessage)
                    {
                        continue;
                    }
                    string text = Encoding.UTF8.GetString(message.GetBuffer(), 0, (int)message.Length);
                    message.SetLength(0);
                    Action<string> received = Received;
                    if (received != null)
                    {
                        received(text);
                    }
                }
            }
            catch (Exception)
            {
                End(NoGoodbye, "");
            }
        }

        private void End(int closeCode, string why)
        {
            if (Interlocked.Exchange(ref closed, 1) == 0)
            {
                Action<int, string> handler = Closed;
                if (handler != null)
                {
                    handler(closeCode, why ?? "");
                }
            }
        }
    }
}
#endif
