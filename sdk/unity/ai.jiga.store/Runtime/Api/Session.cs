using System;
using System.Threading;
using System.Threading.Tasks;
using Jiga.Store.Types;

namespace Jiga.Store
{
    /// <summary>
    /// A session that was hired or begun: connect to it, or ask about it.
    /// <example><code>
    /// using (var session = await store.Marketplace.HireAsync("nova-coordinator-001", 20000, cancel))
    /// using (var live = await session.ConnectAsync(cancel)) await live.EndAsync(cancel);
    /// </code></example>
    /// </summary>
    public sealed class Session : IDisposable
    {
        private static readonly TimeSpan TicketIsFresh = TimeSpan.FromSeconds(45);

        private readonly Sessions sessions;
        private readonly TimeSpan since;
        private bool usedItsTicket;
        private bool connected;
        private bool over;

        internal Session(Sessions sessions, Hired hired, TimeSpan since)
        {
            this.sessions = sessions;
            this.since = since;
            Hired = hired;
        }

        /// <summary>As the hire was answered: the contract, the transaction, when it expires.</summary>
        public Hired Hired { get; private set; }

        /// <summary>The session's id.</summary>
        public string Id
        {
            get { return Hired.SessionId; }
        }

        /// <summary>Opens its line; the clock starts with the first.</summary>
        /// <param name="cancel">stops the opening</param>
        /// <param name="keep">whether leaving the block keeps the session, which else is ended</param>
        public async Task<LiveSession> ConnectAsync(CancellationToken cancel = default(CancellationToken), bool keep = false)
        {
            bool fresh = !usedItsTicket && sessions.Caller.Clock.Elapsed - since < TicketIsFresh;
            usedItsTicket = true;
            LiveSession live = await sessions.Connect(Id, fresh ? Hired.Connection : null, keep, cancel);
            connected = true;
            return live;
        }

        /// <summary>How it stands.</summary>
        public Task<SessionView> GetAsync(CancellationToken cancel = default(CancellationToken))
        {
            return sessions.GetAsync(Id, cancel);
        }

        /// <summary>Ends and settles it, with or without a line. Twice is the same as once.</summary>
        public async Task<Ended> EndAsync(CancellationToken cancel = default(CancellationToken))
        {
            Ended ended = await sessions.EndAsync(Id, cancel);
            over = true;
            return ended;
        }

        /// <summary>
        /// Ends a session that was never connected to, in the background, so that nothing stays set aside. One that was is ended by its
        /// line, or kept as that was told to.
        /// </summary>
        public void Dispose()
        {
            if (!connected && !over)
            {
                over = true;
                Waiting.Ignore(sessions.EndAsync(Id));
            }
        }

        /// <summary>Which session.</summary>
        public override string ToString()
        {
            return "Session(" + Id + ")";
        }
    }
}
