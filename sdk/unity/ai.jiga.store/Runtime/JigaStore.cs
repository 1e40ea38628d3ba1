using System;
using System.Threading;
using System.Threading.Tasks;

namespace Jiga.Store
{
    /// <summary>
    /// A client of a JIGA Store. In Unity, make it on the main thread: there its events are raised, and there its calls go on after
    /// <c>await</c>.
    /// <example><code>
    /// var store = new JigaStore(new JigaStoreOptions { PlayerToken = token });
    /// using (var session = await store.Marketplace.HireAsync("nova-coordinator-001", 20000, cancel))
    /// using (var live = await session.ConnectAsync(cancel))
    /// {
    ///     live.Response += part => subtitle.text += part.Text;
    ///     await live.SayAsync("They push B, what now?", cancel);
    /// }
    /// </code></example>
    /// </summary>
    public sealed class JigaStore : IDisposable
    {
        private readonly JigaStoreOptions options;
        private readonly Credentials credentials;
        private readonly IHttpTransport transport;
        private readonly bool ownsTransport;
        private readonly Home home;
        private readonly IClock clock;

        /// <summary>Calls the store that the options name. Nothing is sent yet.</summary>
        /// <exception cref="JigaException">a secret key in a player's build</exception>
        public JigaStore(JigaStoreOptions options = null)
            : this((options ?? new JigaStoreOptions()).Copy(), null, null, null, null)
        {
        }

        private JigaStore(JigaStoreOptions options, Credentials credentials, IHttpTransport transport, Home home, IClock clock)
        {
            KeyPolicy.Check(options.ApiKey);
            KeyPolicy.Check(options.PlayerToken);
            KeyPolicy.Check(options.AccessToken);
            KeyPolicy.CheckOneCaller(options);
            this.options = options;
            this.credentials = credentials ?? new Credentials(options);
            this.home = home ?? new Home(options.Context ?? SynchronizationContext.Current);
            this.clock = clock ?? options.Clock ?? Platform.Clock();
            ownsTransport = transport == null && options.Transport == null;
            this.transport = transport ?? options.Transport ?? Platform.Transport();

            var caller = new Caller(options, this.credentials, this.transport, this.home, this.clock);
            Sessions = new Sessions(caller, options.SocketFactory ?? Platform.Socket, options.MaxRetries);
            Marketplace = new Marketplace(caller, Sessions);
            Agents = new Agents(caller);
            Wallet = new Wallet(caller);
            Profile = new Profile(caller);
            Favourites = new Favourites(caller);
            Notifications = new Notifications(caller);
            ApiKeys = new ApiKeys(caller);
            Players = new Players(caller, this.credentials);
            Receipts = new Receipts(caller);
            // The one that was made first renews the token for all that were made from it.
            if (credentials == null)
            {
                Auth = new Auth(caller, this.credentials);
            }
        }

        private JigaStore(JigaStore from, JigaStoreOptions options)
            : this(options, from.credentials, options.Transport ?? from.transport, from.home, from.clock)
        {
            Auth = from.Auth;
        }

        /// <summary>Agents: the platform's, and one's own.</summary>
        public Agents Agents { get; private set; }

        /// <summary>Finding and hiring.</summary>
        public Marketplace Marketplace { get; private set; }

        /// <summary>Sessions of the caller.</summary>
        public Sessions Sessions { get; private set; }

        /// <summary>The caller's DOF.</summary>
        public Wallet Wallet { get; private set; }

        /// <summary>Who the caller is.</summary>
        public Profile Profile { get; private set; }

        /// <summary>Listings kept at hand.</summary>
        public Favourites Favourites { get; private set; }

        /// <summary>What the store has told.</summary>
        public Notifications Notifications { get; private set; }

        /// <summary>A studio's keys.</summary>
        public ApiKeys ApiKeys { get; private set; }

        /// <summary>A studio's players.</summary>
        public Players Players { get; private set; }

        /// <summary>What was paid, signed.</summary>
        public Receipts Receipts { get; private set; }

        /// <summary>Signing in with an account of the store's own.</summary>
        public Auth Auth { get; private set; }

        /// <summary>
        /// A client with other options and the same sign-in.
        /// <example><code>
        /// JigaStore patient = store.WithOptions(o => o.Timeout = TimeSpan.FromMinutes(2));
        /// </code></example>
        /// </summary>
        public JigaStore WithOptions(Action<JigaStoreOptions> change)
        {
            JigaStoreOptions other = options.Copy();
            change(other);
            return new JigaStore(this, other);
        }

        /// <summary>Lets go of the connections that it opened. Live sessions are disposed of on their own.</summary>
        public void Dispose()
        {
            if (ownsTransport && transport is IDisposable closes)
            {
                closes.Dispose();
            }
        }

        /// <summary>Which store, and nothing of what is secret.</summary>
        public override string ToString()
        {
            return "JigaStore(" + options.BaseUrl + ")";
        }
    }
}
