using System;
using System.Threading;
using System.Threading.Tasks;
using Jiga.Store.Types;

namespace Jiga.Store
{
    /// <summary>
    /// Sessions of the caller: those under way, and what those before came to.
    /// <example><code>
    /// await store.Sessions.Usage(id).ForEachAsync(line => Console.WriteLine(line.Action + " " + line.Dof), cancel);
    /// </code></example>
    /// </summary>
    public sealed class Sessions : Resource
    {
        private readonly Func<ILiveSocket> sockets;
        private readonly int maxRetries;

        internal Sessions(Caller caller, Func<ILiveSocket> sockets, int maxRetries) : base(caller)
        {
            this.sockets = sockets;
            this.maxRetries = maxRetries;
        }

        /// <summary>All of them, the newest first, or those of one status.</summary>
        public Pages<SessionView> List(string status = null, int? limit = null, CallOptions how = null)
        {
            return List(() => ApiCall.Get(V1 + "/sessions").Ask("status", status).Ask("limit", limit), o => new SessionView(o), how);
        }

        /// <summary>How one stands.</summary>
        public Task<SessionView> GetAsync(string id, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Get(V1 + "/sessions/" + Part(id)), o => new SessionView(o), how, cancel);
        }

        /// <summary>Begins a trial, or a session with an agent of one's own.</summary>
        public Task<Session> StartAsync(StartRequest start, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Once(V1 + "/sessions", start.ToJson(), how), o => Of(new Hired(o)), how, cancel);
        }

        /// <summary>Comes back to a session that is under way, such as after a restart of the game.</summary>
        /// <param name="id">of <c>LiveSession.SessionId</c></param>
        /// <param name="cancel">stops the opening</param>
        /// <param name="keep">whether leaving the block keeps the session, which else is ended</param>
        public Task<LiveSession> ConnectAsync(string id, CancellationToken cancel = default(CancellationToken), bool keep = false)
        {
            return Connect(id, null, keep, cancel);
        }

        /// <summary>What was charged, line by line.</summary>
        public Pages<UsageView> Usage(string id, int? limit = null, CallOptions how = null)
        {
            return List(() => ApiCall.Get(V1 + "/sessions/" + Part(id) + "/usage").Ask("limit", limit), o => new UsageView(o), how);
        }

        /// <summary>What it came to, signed by the store: see <see cref="Receipts"/>.</summary>
        public Task<Receipt> ReceiptAsync(string id, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Get(V1 + "/sessions/" + Part(id) + "/receipt"), o => new Receipt(o), how, cancel);
        }

        /// <summary>Ends and settles it. Twice is the same as once.</summary>
        public Task<Ended> EndAsync(string id, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Delete(V1 + "/sessions/" + Part(id)), o => new Ended(o), how, cancel);
        }

        /// <summary>Says how it was: once, and only who was charged.</summary>
        public Task<Review> ReviewAsync(
            string id, ReviewBody review, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Once(V1 + "/sessions/" + Part(id) + "/review", review.ToJson(), how), o => new Review(o), how, cancel);
        }

        internal Session Of(Hired hired)
        {
            return new Session(this, hired, Caller.Clock.Elapsed);
        }

        internal Task<LiveSession> Connect(string id, Connection given, bool keep, CancellationToken cancel)
        {
            return Caller.Home.Run(async () =>
            {
                var live = new LiveSession(id, Caller, sockets, maxRetries, keep);
                await live.Open(given, cancel);
                return live;
            });
        }
    }
}
