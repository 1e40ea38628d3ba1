using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Jiga.Store.Types;
using Newtonsoft.Json.Linq;

namespace Jiga.Store
{
    /// <summary>
    /// A studio's keys. For its server or the editor; a game needs none of this.
    /// <example><code>
    /// ApiKey key = await store.ApiKeys.CreateAsync(
    ///     new ApiKeyRequest { Name = "game server", Kind = "secret", Mode = "test", Scopes = { "players" } }, cancel);
    /// Console.WriteLine("Keep it now, it is not shown again: " + key.Key);
    /// </code></example>
    /// </summary>
    public sealed class ApiKeys : Resource
    {
        internal ApiKeys(Caller caller) : base(caller)
        {
        }

        /// <summary>All of them, without what is secret.</summary>
        public Pages<ApiKey> List(int? limit = null, CallOptions how = null)
        {
            return List(() => ApiCall.Get(V1 + "/api-keys").Ask("limit", limit), o => new ApiKey(o), how);
        }

        /// <summary>Makes one. <c>Key</c> is shown in this answer alone.</summary>
        public Task<ApiKey> CreateAsync(ApiKeyRequest key, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Once(V1 + "/api-keys", key.ToJson(), how), o => new ApiKey(o), how, cancel);
        }

        /// <summary>Changes what is named.</summary>
        public Task<ApiKey> UpdateAsync(
            string id, ApiKeyRequest changes, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Patch(V1 + "/api-keys/" + Part(id), changes.ToJson()), o => new ApiKey(o), how, cancel);
        }

        /// <summary>Takes it away at once.</summary>
        public Task DeleteAsync(string id, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Caller.Do(ApiCall.Delete(V1 + "/api-keys/" + Part(id)), how, cancel);
        }

        /// <summary>Makes a new secret for it; the old one works until <c>PreviousExpiresAt</c>.</summary>
        public Task<ApiKey> RotateAsync(string id, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Once(V1 + "/api-keys/" + Part(id) + "/rotate", null, how), o => new ApiKey(o), how, cancel);
        }

        /// <summary>What was done with it, day by day.</summary>
        public Pages<ApiKeyUsage> Usage(string id, int? limit = null, CallOptions how = null)
        {
            return List(() => ApiCall.Get(V1 + "/api-keys/" + Part(id) + "/usage").Ask("limit", limit), o => new ApiKeyUsage(o), how);
        }
    }

    /// <summary>A key. What is left null is not sent, or not changed.</summary>
    public sealed class ApiKeyRequest
    {
        /// <summary>For people.</summary>
        public string Name { get; set; }

        /// <summary><c>secret</c> or <c>publishable</c>.</summary>
        public string Kind { get; set; }

        /// <summary><c>live</c> or <c>test</c>.</summary>
        public string Mode { get; set; }

        /// <summary>What it may do, such as <c>players</c>.</summary>
        public IList<string> Scopes { get; private set; } = new List<string>();

        /// <summary>Of a publishable key: pages that may use it.</summary>
        public IList<string> AllowedOrigins { get; private set; } = new List<string>();

        /// <summary>Of a secret key: addresses that may use it, such as <c>203.0.113.0/24</c>.</summary>
        public IList<string> AllowedAddresses { get; private set; } = new List<string>();

        /// <summary>When it ends.</summary>
        public DateTimeOffset? ExpiresAt { get; set; }

        /// <summary>The most it may spend.</summary>
        public Budgets Budgets { get; set; }

        internal JObject ToJson()
        {
            var json = new JObject();
            Write.Put(json, "name", Name);
            Write.Put(json, "kind", Kind);
            Write.Put(json, "mode", Mode);
            Write.Put(json, "scopes", Scopes.Count == 0 ? null : Scopes);
            Write.Put(json, "allowedOrigins", AllowedOrigins.Count == 0 ? null : AllowedOrigins);
            Write.Put(json, "allowedAddresses", AllowedAddresses.Count == 0 ? null : AllowedAddresses);
            Write.Put(json, "expiresAt", ExpiresAt);
            Write.Put(json, "budgets", Budgets == null ? null : Budgets.ToJson());
            return json;
        }
    }

    /// <summary>The most that a key, or a player, may spend, in DOF. Null is no limit.</summary>
    public sealed class Budgets
    {
        /// <summary>In a day.</summary>
        public long? Day { get; set; }

        /// <summary>In a month.</summary>
        public long? Month { get; set; }

        /// <summary>In all.</summary>
        public long? Total { get; set; }

        /// <summary>Set aside at the same time.</summary>
        public long? InFlight { get; set; }

        internal JObject ToJson()
        {
            var json = new JObject();
            Write.Put(json, "day", Day);
            Write.Put(json, "month", Month);
            Write.Put(json, "total", Total);
            Write.Put(json, "inFlight", InFlight);
            return json;
        }

        internal static Budgets Of(JObject json)
        {
            return new Budgets
            {
                Day = Members.MaybeLong(json, "day"),
                Month = Members.MaybeLong(json, "month"),
                Total = Members.MaybeLong(json, "total"),
                InFlight = Members.MaybeLong(json, "inFlight"),
            };
        }
    }

    /// <summary>A key as the store shows it.</summary>
    public sealed class ApiKey : StoreData
    {
        /// <summary>Reads it from what the store answered.</summary>
        public ApiKey(JObject raw) : base(raw)
        {
            Id = Members.Text(raw, "id");
            Name = Members.Text(raw, "name");
            Kind = Members.Text(raw, "kind");
            Mode = Members.Text(raw, "mode");
            Key = Members.Text(raw, "key");
            Prefix = Members.Text(raw, "prefix");
            LastFour = Members.Text(raw, "lastFour");
            Scopes = Members.TextList(raw, "scopes");
            AllowedOrigins = Members.TextList(raw, "allowedOrigins");
            AllowedAddresses = Members.TextList(raw, "allowedAddresses");
            ExpiresAt = Members.MaybeTime(raw, "expiresAt");
            Budgets = Members.One(raw, "budgets", Budgets.Of);
            CreatedAt = Members.MaybeTime(raw, "createdAt");
            LastUsedAt = Members.MaybeTime(raw, "lastUsedAt");
            PreviousExpiresAt = Members.MaybeTime(raw, "previousExpiresAt");
        }

        /// <summary>Its id, which is no secret.</summary>
        public string Id { get; private set; }

        /// <summary>For people.</summary>
        public string Name { get; private set; }

        /// <summary><c>secret</c> or <c>publishable</c>.</summary>
        public string Kind { get; private set; }

        /// <summary><c>live</c> or <c>test</c>.</summary>
        public string Mode { get; private set; }

        /// <summary>The key itself: only in the answer that made it.</summary>
        public string Key { get; private set; }

        /// <summary>How it begins.</summary>
        public string Prefix { get; private set; }

        /// <summary>How it ends.</summary>
        public string LastFour { get; private set; }

        /// <summary>What it may do.</summary>
        public IReadOnlyList<string> Scopes { get; private set; }

        /// <summary>Pages that may use it.</summary>
        public IReadOnlyList<string> AllowedOrigins { get; private set; }

        /// <summary>Addresses that may use it.</summary>
        public IReadOnlyList<string> AllowedAddresses { get; private set; }

        /// <summary>When it ends.</summary>
        public DateTimeOffset? ExpiresAt { get; private set; }

        /// <summary>The most it may spend.</summary>
        public Budgets Budgets { get; private set; }

        /// <summary>When it was made.</summary>
        public DateTimeOffset? CreatedAt { get; private set; }

        /// <summary>When it was last used, to the minute.</summary>
        public DateTimeOffset? LastUsedAt { get; private set; }

        /// <summary>After a rotation: until when the old secret works.</summary>
        public DateTimeOffset? PreviousExpiresAt { get; private set; }
    }

    /// <summary>What was done with a key on one day.</summary>
    public sealed class ApiKeyUsage : StoreData
    {
        /// <summary>Reads it from what the store answered.</summary>
        public ApiKeyUsage(JObject raw) : base(raw)
        {
            Day = Members.Text(raw, "day");
            Requests = Members.Long(raw, "requests");
            DofSpent = Members.Long(raw, "dofSpent");
        }

        /// <summary>Such as <c>2026-06-01</c>.</summary>
        public string Day { get; private set; }

        /// <summary>How many calls.</summary>
        public long Requests { get; private set; }

        /// <summary>How many DOF.</summary>
        public long DofSpent { get; private set; }
    }
}
