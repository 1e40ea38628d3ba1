using System;
using System.Threading;
using System.Threading.Tasks;
using Jiga.Store.Types;
using Newtonsoft.Json.Linq;

namespace Jiga.Store
{
    /// <summary>
    /// Players of a studio. Its server makes each a short-lived token with the secret key; the game signs in with that.
    /// <example><code>
    /// PlayerToken made = await store.Players.CreateTokenAsync("steam-7656119", new PlayerTokenRequest { Spends = "own" }, cancel);
    /// string token = made.Token;                                       // hand this to the game
    /// </code></example>
    /// </summary>
    public sealed class Players : Resource
    {
        internal Players(Caller caller) : base(caller)
        {
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

        /// <summary>Makes a studio's player the account that is signed in. Needs that player's token in hand.</summary>
        public Task<Player> ClaimAsync(string playerToken, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(
                ApiCall.Harmless(V1 + "/players/claim", new JObject { { "playerToken", playerToken } }),
                o => new Player(Members.Object(o, "player")), how, cancel);
        }
    }

    /// <summary>What a player's token is to be.</summary>
    public sealed class PlayerTokenRequest
    {
        /// <summary>The name to show.</summary>
        public string DisplayName { get; set; }

        /// <summary><c>own</c>: a wallet of the player's own; <c>studio</c>: the studio's, up to <see cref="Cap"/>.</summary>
        public string Spends { get; set; }

        /// <summary>The most of the studio's DOF: <c>Day</c> and <c>Total</c> count.</summary>
        public Budgets Cap { get; set; }

        internal JObject ToJson()
        {
            var json = new JObject();
            Write.Put(json, "displayName", DisplayName);
            Write.Put(json, "spends", Spends);
            Write.Put(json, "cap", Cap == null ? null : Cap.ToJson());
            return json;
        }
    }

    /// <summary>A token that a game signs in with.</summary>
    public sealed class PlayerToken : StoreData
    {
        /// <summary>Reads it from what the store answered.</summary>
        public PlayerToken(JObject raw) : base(raw)
        {
            Token = Members.Text(raw, "token");
            ExpiresIn = Members.Long(raw, "expiresIn");
            ExpiresAt = Members.MaybeTime(raw, "expiresAt");
            Player = Members.One(raw, "player", o => new Player(o));
        }

        /// <summary>The token.</summary>
        public string Token { get; private set; }

        /// <summary>For so many seconds.</summary>
        public long ExpiresIn { get; private set; }

        /// <summary>Until then.</summary>
        public DateTimeOffset? ExpiresAt { get; private set; }

        /// <summary>Whose it is.</summary>
        public Player Player { get; private set; }
    }

    /// <summary>A player of a studio.</summary>
    public sealed class Player : StoreData
    {
        /// <summary>Reads it from what the store answered.</summary>
        public Player(JObject raw) : base(raw)
        {
            ExternalId = Members.Text(raw, "externalId");
            UserId = Members.Text(raw, "userId");
            DisplayName = Members.Text(raw, "displayName");
            Spends = Members.Text(raw, "spends");
            Cap = Members.One(raw, "cap", Budgets.Of);
        }

        /// <summary>At the studio.</summary>
        public string ExternalId { get; private set; }

        /// <summary>At the store.</summary>
        public string UserId { get; private set; }

        /// <summary>The name to show.</summary>
        public string DisplayName { get; private set; }

        /// <summary><c>own</c> or <c>studio</c>.</summary>
        public string Spends { get; private set; }

        /// <summary>The most of the studio's DOF.</summary>
        public Budgets Cap { get; private set; }
    }
}
