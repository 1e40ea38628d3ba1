using System;
using System.Collections.Generic;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Jiga.Store.Types;
using Newtonsoft.Json.Linq;

namespace Jiga.Store
{
    /// <summary>
    /// A session with its line open: what the player and the game say, and what the agent answers. A line that breaks comes back by
    /// itself; each thing said has one answer and one price. Events are raised on Unity's main thread.
    /// <example><code>
    /// using (var session = await store.Marketplace.HireAsync("nova-coordinator-001", 20000, cancel))
    /// using (var live = await session.ConnectAsync(cancel))
    /// {
    ///     live.Response += part => Console.Write(part.Text);
    ///     await live.SayAsync("They push B, what now?", cancel);
    ///     Bill bill = await live.EndAsync(cancel);
    ///     Console.WriteLine(bill);
    /// }
    /// </code></example>
    /// </summary>
    public sealed partial class LiveSession : IDisposable
    {
        private readonly Caller caller;
        private readonly Func<ILiveSocket> sockets;
        private readonly int maxRetries;
        private readonly bool keep;
        private readonly Home home;
        private readonly IClock clock;
        private readonly Outbox outbox = new Outbox();
        private readonly CancellationTokenSource leaving = new CancellationTokenSource();

        private readonly Hearing<SessionStartedFrame> started;
        private readonly Hearing<ResponsePart> response;
        private readonly Hearing<DofUpdateFrame> dofUpdate;
        private readonly Hearing<EventDetectedFrame> detected;
        private readonly Hearing<WarningFrame> warning;
        private readonly Hearing<Reconnecting> reconnecting;
        private readonly Hearing<Reconnected> reconnected;
        private readonly Hearing<Bill> ended;
        private readonly Hearing<Exception> error;
        private readonly Hearing<Frame> unknown;

        internal LiveSession(string sessionId, Caller caller, Func<ILiveSocket> sockets, int maxRetries, bool keep)
        {
            SessionId = sessionId;
            this.caller = caller;
            this.sockets = sockets;
            this.maxRetries = maxRetries;
            this.keep = keep;
            home = caller.Home;
            clock = caller.Clock;
            Cost = new CostMeter(clock, Threw);
            started = new Hearing<SessionStartedFrame>(Threw);
            response = new Hearing<ResponsePart>(Threw);
            dofUpdate = new Hearing<DofUpdateFrame>(Threw);
            detected = new Hearing<EventDetectedFrame>(Threw);
            warning = new Hearing<WarningFrame>(Threw);
            reconnecting = new Hearing<Reconnecting>(Threw);
            reconnected = new Hearing<Reconnected>(Threw);
            ended = new Hearing<Bill>(Threw);
            error = new Hearing<Exception>(e => caller.Log("A listener of Error threw: " + e.Message));
            unknown = new Hearing<Frame>(Threw);
            QuitWithTheGame();
        }

        /// <summary>The session began; also heard by who comes late.</summary>
        public event Action<SessionStartedFrame> Started
        {
            add { started.AddLate(value, home); }
            remove { started.Remove(value); }
        }

        /// <summary>The agent says something: an answer's parts as they come, and what it says by itself.</summary>
        public event Action<ResponsePart> Response
        {
            add { response.Add(value); }
            remove { response.Remove(value); }
        }

        /// <summary>The store told how the bill stands. For a display, <see cref="Cost"/> is smoother.</summary>
        public event Action<DofUpdateFrame> DofUpdate
        {
            add { dofUpdate.Add(value); }
            remove { dofUpdate.Remove(value); }
        }

        /// <summary>The agent made something out in the game, or used a tool.</summary>
        public event Action<EventDetectedFrame> Detected
        {
            add { detected.Add(value); }
            remove { detected.Remove(value); }
        }

        /// <summary>The player should know this now, such as that little of the allocation is left.</summary>
        public event Action<WarningFrame> Warning
        {
            add { warning.Add(value); }
            remove { warning.Remove(value); }
        }

        /// <summary>The line broke; it is being opened again.</summary>
        public event Action<Reconnecting> Reconnecting
        {
            add { reconnecting.Add(value); }
            remove { reconnecting.Remove(value); }
        }

        /// <summary>The line is there again.</summary>
        public event Action<Reconnected> Reconnected
        {
            add { reconnected.Add(value); }
            remove { reconnected.Remove(value); }
        }

        /// <summary>The session is over, with its bill; also heard by who comes late.</summary>
        public event Action<Bill> Ended
        {
            add { ended.AddLate(value, home); }
            remove { ended.Remove(value); }
        }

        /// <summary>What was refused or failed, whether somebody waits for it or not, and what a listener threw.</summary>
        public event Action<Exception> Error
        {
            add { error.Add(value); }
            remove { error.Remove(value); }
        }

        /// <summary>The store said something that this version of the SDK does not know.</summary>
        public event Action<Frame> Unknown
        {
            add { unknown.Add(value); }
            remove { unknown.Remove(value); }
        }

        /// <summary>The session's id: with it, <c>store.Sessions.ConnectAsync</c> comes back to it after a restart of the game.</summary>
        public string SessionId { get; private set; }

        /// <summary>Where it stands.</summary>
        public LiveState State { get; private set; }

        /// <summary>What it costs, as it runs.</summary>
        public CostMeter Cost { get; private set; }

        /// <summary>What it came to; null until it is over.</summary>
        public Bill Bill { get; private set; }

        /// <summary>What the store takes on this line, such as <c>Limits.ImageBytes</c>; null before the first greeting.</summary>
        public SessionStartedLimits Limits { get; private set; }

        /// <summary>The player says something. Completes with the whole answer; its parts come by <see cref="Response"/> and <paramref name="parts"/>.</summary>
        /// <param name="text">at most 4,000 characters</param>
        /// <param name="cancel">stops the waiting. What was not sent yet is not sent; what was sent is answered and paid</param>
        /// <param name="parts">told each part of this answer</param>
        /// <exception cref="SessionEndedException">the session ended first</exception>
        /// <exception cref="InsufficientDofsException">the rest of the allocation does not cover it</exception>
        public Task<Answer> SayAsync(string text, CancellationToken cancel = default(CancellationToken), IProgress<ResponsePart> parts = null)
        {
            return Say(new Said(home, "text_input", new JObject { { "text", text } }) { Parts = parts }, cancel);
        }

        /// <summary>The player speaks: a wav, or Opus in ogg or webm, of at most 60 seconds.</summary>
        /// <param name="audio">the file's bytes</param>
        /// <param name="transcript">what was said, if the game has made it out</param>
        /// <param name="cancel">as of <see cref="SayAsync"/></param>
        public Task<Answer> SendVoiceAsync(
            byte[] audio, string transcript = null, CancellationToken cancel = default(CancellationToken))
        {
            var data = new JObject { { "audio", Convert.ToBase64String(audio) } };
            Write.Put(data, "transcript", transcript);
            return Say(new Said(home, "voice_input", data), cancel);
        }

        /// <summary>Something happened in the game. Completes when the agent has taken it in; need not be waited for.</summary>
        public Task<Answer> GameEventAsync(GameEvent what, CancellationToken cancel = default(CancellationToken))
        {
            return Say(new Said(home, "game_event", what.ToJson()), cancel);
        }

        /// <summary>Something happened in the game that needs no more words than its kind.</summary>
        public Task<Answer> GameEventAsync(string kind, CancellationToken cancel = default(CancellationToken))
        {
            return GameEventAsync(new GameEvent(kind), cancel);
        }

        /// <summary>A picture of the game: PNG, JPEG or WebP, of at most 1 MiB.</summary>
        public Task<Answer> FrameAsync(byte[] image, CancellationToken cancel = default(CancellationToken))
        {
            return Say(new Said(home, "frame", new JObject { { "image", Convert.ToBase64String(image) } }), cancel);
        }

        /// <summary>Changes what is asked of the agent in this session, such as <c>target_fps</c>. Members that are not named stay.</summary>
        public Task ConfigureAsync(JObject changes, CancellationToken cancel = default(CancellationToken))
        {
            return home.Run(() => Configure(changes, cancel));
        }

        /// <summary>Stops the clock until <see cref="ResumeAsync"/>.</summary>
        public Task PauseAsync(CancellationToken cancel = default(CancellationToken))
        {
            return home.Run(() => SetPaused(true, cancel));
        }

        /// <summary>Lets the clock run.</summary>
        public Task ResumeAsync(CancellationToken cancel = default(CancellationToken))
        {
            return home.Run(() => SetPaused(false, cancel));
        }

        /// <summary>Ends and settles the session, on its line or, where that is gone, without it. Twice is the same as once.</summary>
        public Task<Bill> EndAsync(CancellationToken cancel = default(CancellationToken))
        {
            return home.Run(() => End(cancel));
        }

        /// <summary>Leaves the line. The session is kept, its clock stands, and it ends by itself after ten minutes.</summary>
        public void Close()
        {
            home.Post(() =>
            {
                if (State != LiveState.Ended)
                {
                    GiveUp(new SessionEndedException("left", null), false);
                }
            });
        }

        /// <summary>
        /// Ends the session in the background, unless it is over, or was connected with <c>keep</c>, which leaves the line alone. A program
        /// that stops right after waits for <see cref="EndAsync"/> first.
        /// </summary>
        public void Dispose()
        {
            if (keep)
            {
                Close();
                return;
            }
            if (State != LiveState.Ended)
            {
                Waiting.Ignore(EndAsync());
            }
        }

        /// <summary>Which session, and where it stands.</summary>
        public override string ToString()
        {
            return "LiveSession(" + SessionId + ", " + State + ")";
        }

        private Task<Answer> Say(Said said, CancellationToken cancel)
        {
            return home.Run(() =>
            {
                cancel.ThrowIfCancellationRequested();
                ThrowIfOver();
                if (Limits != null && Encoding.UTF8.GetByteCount(said.Data) > Limits.MessageBytes - 256)
                {
                    throw Problem.Local(413, "MESSAGE_TOO_LARGE", "A message has at most " + Limits.MessageBytes + " bytes.").AsException();
                }
                outbox.Add(said);
                SendWhatWaits();
                return cancel.CanBeCanceled ? OrTakeBack(said, cancel) : said.Done;
            });
        }

        private async Task<Answer> OrTakeBack(Said said, CancellationToken cancel)
        {
            try
            {
                return await said.Done.OrCancelled(cancel);
            }
            catch (OperationCanceledException)
            {
                outbox.TakeBack(said);
                throw;
            }
        }

        private void Threw(Exception e)
        {
            caller.Log("A listener threw: " + e.Message);
            error.Tell(e);
        }

        partial void QuitWithTheGame();

        partial void StayNoLonger();
    }
}
