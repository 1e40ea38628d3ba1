using System.Threading;
using System.Threading.Tasks;
using Jiga.Store.Types;
using Newtonsoft.Json.Linq;

namespace Jiga.Store
{
    /// <summary>
    /// Signing in with an account of the store's own, where no studio vouches for the player. From then on the client calls as that user,
    /// and renews the token by itself.
    /// <example><code>
    /// await store.Auth.LoginAsync("player@demo.jiga.local", "try-the-store", cancel);
    /// </code></example>
    /// </summary>
    public sealed class Auth : Resource
    {
        private readonly Credentials credentials;

        internal Auth(Caller caller, Credentials credentials) : base(caller)
        {
            this.credentials = credentials;
            credentials.RefreshBy(Refresh);
        }

        /// <summary>Makes an account and signs in.</summary>
        public Task<Tokens> RegisterAsync(
            RegisterRequest account, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return SignIn("/auth/register", account.ToJson(), how, cancel);
        }

        /// <summary>Signs in.</summary>
        public Task<Tokens> LoginAsync(
            string email, string password, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return SignIn("/auth/login", new LoginRequest { Email = email, Password = password }.ToJson(), how, cancel);
        }

        /// <summary>Who is signed in.</summary>
        public Task<Account> UserAsync(CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Get(V1 + "/auth/user"), o => new Account(o), how, cancel);
        }

        /// <summary>Signs out.</summary>
        public async Task LogoutAsync(CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            var body = new JObject();
            Write.Put(body, "refreshToken", credentials.RefreshToken);
            await Caller.Do(ApiCall.Harmless(V1 + "/auth/logout", body.Count == 0 ? null : body), how, cancel);
            credentials.SignedOut();
        }

        private async Task<Tokens> SignIn(string path, JObject body, CallOptions how, CancellationToken cancel)
        {
            Tokens tokens = await Tokens(path, body, how, cancel);
            credentials.SignedIn(tokens);
            return tokens;
        }

        /// <summary>
        /// A refresh token dies when it is used, and using it twice ends the sign-in; only the device that the sign-in began on may ask again
        /// for the answer that it has lost.
        /// </summary>
        private Task<Tokens> Refresh(string refreshToken, string deviceToken, CancellationToken cancel)
        {
            var body = new JObject { { "refreshToken", refreshToken } };
            if (deviceToken == null)
            {
                return Tokens("/auth/refresh", body, null, cancel);
            }
            body["deviceToken"] = deviceToken;
            ApiCall call = ApiCall.Harmless(V1 + "/auth/refresh", body).Anonymous();
            return Ask(call, o => new Tokens(o), new CallOptions { MaxRetries = 1 }, cancel);
        }

        private Task<Tokens> Tokens(string path, JObject body, CallOptions how, CancellationToken cancel)
        {
            return Ask(ApiCall.Never(V1 + path, body).Anonymous(), o => new Tokens(o), how, cancel);
        }
    }
}
