using System.Threading;
using System.Threading.Tasks;
using Jiga.Store.Types;
using Newtonsoft.Json.Linq;

namespace Jiga.Store
{
    /// <summary>
    /// Players of a studio. Its server makes each a token with the secret key, good for a quarter of an hour; the game signs in with that,
    /// and asks for the next one by itself (<see cref="JigaStoreOptions.PlayerTokenProvider"/>).
    /// <example><code>
    /// PlayerToken made = await store.Players.CreateTokenAsync("steam-7656119", new PlayerTokenRequest { DisplayName = "Ada" }, cancel);
    /// string token = made.Token;                                       // hand this to the game
    /// </code></example>
    /// </summary>
    public sealed class Players : Resource
    {
        private readonly Credentials credentials;

        internal Players(Caller caller, Credentials credentials) : base(caller)
        {
            this.credentials = credentials;
        }

        /// <summary>Makes a token for one of the studio's players; the first makes the player.</summary>
        /// <param name="externalId">the player's id at the studio</param>
        /// <param name="request">the name to show, whose DOF are spent, and how many; null leaves all as it is</param>
        /// <param name="cancel">stops the waiting</param>
        /// <param name="how">how this call is made</param>
        public Task<PlayerToken> CreateTokenAsync(
            string externalId,
            PlayerTokenRequest request = null,
            CancellationToken cancel = default(CancellationToken),
            CallOptions how = null)
        {
            JObject body = (request ?? new PlayerTokenRequest()).ToJson();
            return Ask(ApiCall.Harmless(V1 + "/players/" + Part(externalId) + "/tokens", body), o => new PlayerToken(o), how, cancel);
        }

        /// <summary>
        /// Makes the studio's player who is signed in by a token an account of their own, with what they have; this client calls as that
        /// account from then on.
        /// </summary>
        public async Task<Tokens> ClaimAsync(
            ClaimRequest account, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            Tokens tokens = await Ask(ApiCall.Never(V1 + "/players/claim", account.ToJson()), o => new Tokens(o), how, cancel);
            credentials.SignedIn(tokens);
            return tokens;
        }
    }
}
