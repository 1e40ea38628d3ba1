using System;
using Jiga.Store.Types;
using Newtonsoft.Json.Linq;

namespace Jiga.Store
{
    /// <summary>
    /// What a verified receipt says.
    /// <example><code>
    /// ReceiptClaims claims = Receipts.Verify((await store.Sessions.ReceiptAsync(id, cancel)).Jws, await store.Receipts.KeysAsync(cancel));
    /// Console.WriteLine(claims.Consumed + " + " + claims.Released + " = " + claims.Allocated);
    /// </code></example>
    /// </summary>
    public sealed class ReceiptClaims : StoreData
    {
        internal ReceiptClaims(JObject raw) : base(raw)
        {
            Issuer = Members.Text(raw, "iss");
            EndedAt = DateTimeOffset.FromUnixTimeSeconds(Members.Long(raw, "iat"));
            SessionId = Members.Text(raw, "sessionId");
            PlayerId = Members.Text(raw, "sub");
            AgentId = Members.Text(raw, "agentId");
            SessionType = Members.Text(raw, "type");
            Rate = Members.Long(raw, "rate");
            Allocated = Members.Long(raw, "allocated");
            Consumed = Members.Long(raw, "consumed");
            Released = Members.Long(raw, "released");
            ActiveTime = TimeSpan.FromMilliseconds(Members.Long(raw, "activeMillis"));
            Reason = Members.Text(raw, "reason");
            TransactionId = Members.Text(raw, "transactionId");
            Distribution = Members.One(raw, "distribution", o => new Distribution(o));
        }

        /// <summary>The store's address.</summary>
        public string Issuer { get; private set; }

        /// <summary>When the session ended.</summary>
        public DateTimeOffset EndedAt { get; private set; }

        /// <summary>Which session.</summary>
        public string SessionId { get; private set; }

        /// <summary>Who paid.</summary>
        public string PlayerId { get; private set; }

        /// <summary>Which agent.</summary>
        public string AgentId { get; private set; }

        /// <summary><c>hired</c>, <c>owned</c> or <c>trial</c>.</summary>
        public string SessionType { get; private set; }

        /// <summary>DOF an active hour.</summary>
        public long Rate { get; private set; }

        /// <summary>What was set aside.</summary>
        public long Allocated { get; private set; }

        /// <summary>What was used.</summary>
        public long Consumed { get; private set; }

        /// <summary>What came back.</summary>
        public long Released { get; private set; }

        /// <summary>For how long the clock ran.</summary>
        public TimeSpan ActiveTime { get; private set; }

        /// <summary>Why it ended.</summary>
        public string Reason { get; private set; }

        /// <summary>The transaction that it was settled in; null where nothing was.</summary>
        public string TransactionId { get; private set; }

        /// <summary>Who got what of it.</summary>
        public Distribution Distribution { get; private set; }
    }
}
