using System;
using System.Collections.Generic;
using Jiga.Store.Types;
using Newtonsoft.Json.Linq;

namespace Jiga.Store
{
    /// <summary>
    /// A store's public keys (RFC 7517): fetched from <c>/.well-known/jwks.json</c>, or pinned in the game.
    /// <example><code>
    /// JsonWebKeys pinned = JsonWebKeys.Parse("{\"keys\":[]}");
    /// </code></example>
    /// </summary>
    public sealed class JsonWebKeys
    {
        private readonly Dictionary<string, JObject> byId = new Dictionary<string, JObject>();

        private JsonWebKeys(JObject json)
        {
            foreach (JObject key in Members.ObjectList(json, "keys"))
            {
                string id = Members.Text(key, "kid");
                string use = Members.Text(key, "use");
                if (id != null && Members.Text(key, "kty") == "EC" && Members.Text(key, "crv") == "P-256" && (use == null || use == "sig"))
                {
                    byId[id] = key;
                }
            }
        }

        /// <summary>Reads them; keys of other kinds are left out.</summary>
        /// <exception cref="ReceiptException">it is no JSON</exception>
        public static JsonWebKeys Parse(string json)
        {
            JObject parsed = Json.Parse(json);
            if (parsed == null)
            {
                throw new ReceiptException("The key set is no JSON object.");
            }
            return new JsonWebKeys(parsed);
        }

        internal static JsonWebKeys Of(JObject json)
        {
            return new JsonWebKeys(json);
        }

        internal bool Has(string id)
        {
            return id != null && byId.ContainsKey(id);
        }

        internal bool Verify(string id, byte[] hash, byte[] signature)
        {
            JObject key = byId[id];
            return P256.Verify(
                Base64Url.Decode(Members.Text(key, "x")), Base64Url.Decode(Members.Text(key, "y")), hash, signature);
        }
    }
}
