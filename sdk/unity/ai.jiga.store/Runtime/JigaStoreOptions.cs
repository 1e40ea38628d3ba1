using System;
using System.Threading;
using System.Threading.Tasks;
using Jiga.Store.Types;

namespace Jiga.Store
{
    /// <summary>
    /// Who calls which store, and how.
    /// <example><code>
    /// var options = new JigaStoreOptions { BaseUrl = "http://localhost:3000", PlayerToken = token };
    /// </code></example>
    /// </summary>
    public sealed class JigaStoreOptions
    {
        /// <summary>Where the public store is.</summary>
        public const string PublicStore = "https://jiga.ai";

        private string baseUrl = PublicStore;

        /// <summary>Without a path; the public store unless another is named.</summary>
        public string BaseUrl
        {
            get { return baseUrl; }
            set { baseUrl = (value ?? PublicStore).TrimEnd('/'); }
        }

        /// <summary>In a game: what your server made with <c>Players.CreateTokenAsync</c>.</summary>
        public string PlayerToken { get; set; }

        /// <summary>Asked for a player token at the first call, and for another when the store says that it has run out.</summary>
        public Func<CancellationToken, Task<string>> PlayerTokenProvider { get; set; }

        /// <summary>Of a user who signed in.</summary>
        public string AccessToken { get; set; }

        /// <summary>Renews <see cref="AccessToken"/> when it has run out.</summary>
        public string RefreshToken { get; set; }

        /// <summary>Of the sign-in, if it gave one: with it a refresh whose answer was lost can be made again.</summary>
        public string DeviceToken { get; set; }

        /// <summary>
        /// Without a player: a publishable key (<c>jiga_pub_...</c>) may look at what everybody may; a secret one (<c>jiga_live_...</c>,
        /// <c>jiga_test_...</c>) belongs on a server or in the editor: in a player's build it throws.
        /// </summary>
        public string ApiKey { get; set; }

        /// <summary>How long one try of a call may take: 30 seconds.</summary>
        public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

        /// <summary>How often a call is tried again, if it may be: twice.</summary>
        public int MaxRetries { get; set; } = 2;

        /// <summary>Hears of each call and each retry, in a line without secrets.</summary>
        public Action<string> Logger { get; set; }

        /// <summary>Told of new tokens after a sign-in and a refresh, to keep them: the old refresh token is dead from then on.</summary>
        public Action<Tokens> TokensChanged { get; set; }

        /// <summary>Carries HTTP in another way than UnityWebRequest or HttpClient.</summary>
        public IHttpTransport Transport { get; set; }

        /// <summary>Opens the line of a session in another way than a WebSocket of the platform.</summary>
        public Func<ILiveSocket> SocketFactory { get; set; }

        /// <summary>Where events are raised; that of the thread that makes the client, in Unity the main thread, unless another is named.</summary>
        public SynchronizationContext Context { get; set; }

        /// <summary>Set by tests.</summary>
        internal IClock Clock { get; set; }

        internal JigaStoreOptions Copy()
        {
            return (JigaStoreOptions)MemberwiseClone();
        }

        /// <summary>Where to, and nothing of what is secret.</summary>
        public override string ToString()
        {
            return "JigaStoreOptions(" + BaseUrl + ")";
        }
    }
}
