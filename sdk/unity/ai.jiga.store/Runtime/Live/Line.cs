using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Jiga.Store.Types;
using Newtonsoft.Json.Linq;

namespace Jiga.Store
{
    /// <summary>
    /// One connection of a session: brings what the socket hears home, in its order, and notices when the other side is there no more
    /// although nobody said goodbye.
    /// </summary>
    internal sealed class Line
    {
        private const int NoGoodbye = 1006;
        private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
        private static readonly TimeSpan PingAfter = TimeSpan.FromSeconds(3);
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

        /// <summary>While an agent thinks, its session says nothing at all.</summary>
        private static readonly TimeSpan PatienceWithAThinker = TimeSpan.FromSeconds(20);

        private readonly ILiveSocket socket;
        private readonly Home home;
        private readonly IClock clock;
        private readonly Action<Line, JObject> heard;
        private readonly Action<Line, int, string> gone;
        private readonly Func<bool> waitsForAnAnswer;
        private readonly CancellationTokenSource stop = new CancellationTokenSource();
        private readonly Promise<bool> over;
        private readonly Queue<JObject> incoming = new Queue<JObject>();
        private TimeSpan lastHeard;
        private bool draining;
        private bool closed;
        private int closeCode;
        private string closeReason;
        private bool told;

        internal Line(
            ILiveSocket socket,
            Home home,
            IClock clock,
            Func<bool> waitsForAnAnswer,
            Action<Line, JObject> heard,
            Action<Line, int, string> gone)
        {
            this.waitsForAnAnswer = waitsForAnAnswer;
            this.socket = socket;
            this.home = home;
            this.clock = clock;
            this.heard = heard;
            this.gone = gone;
            over = new Promise<bool>(home);
            lastHeard = clock.Elapsed;
            socket.Received += Receive;
            socket.Closed += Close;
        }

        /// <summary>Completes when nothing more comes of it.</summary>
        internal Task Over
        {
            get { return over.Task; }
        }

        internal bool Greeted { get; set; }
        internal long PingsSent { get; private set; }
        internal long PongsHeard { get; set; }

        internal async Task Open(Uri address, string protocol, CancellationToken cancel)
        {
            await socket.OpenAsync(address, protocol, cancel);
            Waiting.Ignore(Listen());
        }

        /// <param name="type">of the frame; a word without quotes in it</param>
        /// <param name="seq">of what can cost something</param>
        /// <param name="data">as JSON; null where there is none</param>
        internal void Send(string type, long? seq, string data)
        {
            socket.Send(
                "{\"type\":\"" + type + "\""
                + (seq == null ? "" : ",\"seq\":" + seq.Value.ToString(CultureInfo.InvariantCulture))
                + (data == null ? "" : ",\"data\":" + data) + "}");
        }

        /// <returns>the number of the ping: so many pongs prove that the store has heard it</returns>
        internal long Ping()
        {
            Send("ping", null, null);
            return ++PingsSent;
        }

        internal void Leave(int code, string reason)
        {
            stop.Cancel();
            socket.Close(code, reason);
        }

        /// <summary>Nothing more is heard of it.</summary>
        internal void Drop()
        {
            told = true;
            stop.Cancel();
            socket.Dispose();
            over.Keep(true);
        }

        private void Receive(string text)
        {
            // Read where it came in: the main thread has a picture to draw.
            JObject frame = Json.Parse(text);
            lock (incoming)
            {
                lastHeard = clock.Elapsed;
                if (frame == null || closed)
                {
                    return;
                }
                incoming.Enqueue(frame);
                Bring();
            }
        }

        private void Close(int code, string reason)
        {
            lock (incoming)
            {
                if (closed)
                {
                    return;
                }
                closed = true;
                closeCode = code;
                closeReason = reason;
                Bring();
            }
        }

        private void Bring()
        {
            if (!draining)
            {
                draining = true;
                home.Post(Drain);
            }
        }

        private void Drain()
        {
            while (true)
            {
                JObject frame = null;
                lock (incoming)
                {
                    if (incoming.Count > 0)
                    {
                        frame = incoming.Dequeue();
                    }
                    else
                    {
                        draining = false;
                        if (!closed)
                        {
                            return;
                        }
                    }
                }
                if (frame == null)
                {
                    TellGone(closeCode, closeReason);
                    return;
                }
                if (!told)
                {
                    heard(this, frame);
                }
            }
        }

        private void TellGone(int code, string reason)
        {
            if (!told)
            {
                told = true;
                stop.Cancel();
                socket.Dispose();
                over.Keep(true);
                gone(this, code, reason);
            }
        }

        private async Task Listen()
        {
            TimeSpan lastLook = clock.Elapsed;
            while (!stop.IsCancellationRequested)
            {
                await clock.Delay(Look, stop.Token);
                TimeSpan now = clock.Elapsed;
                TimeSpan silent;
                lock (incoming)
                {
                    // A machine that slept has not listened: the other side gets its time anew.
                    lastHeard = now - lastLook > PingAfter ? now - PingAfter : lastHeard;
                    silent = now - lastHeard;
                }
                lastLook = now;
                if (silent >= (waitsForAnAnswer() ? PatienceWithAThinker : Patience))
                {
                    TellGone(NoGoodbye, "nothing was heard");
                    return;
                }
                if (silent >= PingAfter)
                {
                    Ping();
                }
            }
        }
    }
}
