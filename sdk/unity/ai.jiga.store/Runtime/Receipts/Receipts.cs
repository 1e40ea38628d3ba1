using System;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Jiga.Store.Types;
using Newtonsoft.Json.Linq;

namespace Jiga.Store
{
    /// <summary>
    /// Checks that a store has signed a receipt (a compact JWS, RFC 7515, with ES256): with keys in hand no network is needed.
    /// <example><code>
    /// Receipt receipt = await store.Sessions.ReceiptAsync(id, cancel);
    /// ReceiptClaims claims = await store.Receipts.VerifyAsync(receipt.Jws, cancel);
    /// Console.WriteLine(claims.Consumed + " DOF for " + claims.ActiveTime);
    /// </code></example>
    /// </summary>
    public sealed class Receipts : Resource
    {
        private const string Type = "receipt+jws";

        private JsonWebKeys fetched;

        internal Receipts(Caller caller) : base(caller)
        {
        }

        /// <summary>The store's public keys, to pin them.</summary>
        public Task<JsonWebKeys> KeysAsync(CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Get("/.well-known/jwks.json").Anonymous(), JsonWebKeys.Of, how, cancel);
        }

        /// <summary>Checks a receipt with keys that are fetched once, and again when it names one that is not among them.</summary>
        /// <exception cref="ReceiptException">it is not what it claims to be</exception>
        public async Task<ReceiptClaims> VerifyAsync(string receipt, CancellationToken cancel = default(CancellationToken))
        {
            string keyId = KeyIdOf(receipt);
            if (fetched == null || !fetched.Has(keyId))
            {
                fetched = await KeysAsync(cancel);
            }
            return Verify(receipt, fetched);
        }

        /// <summary>Checks a receipt with these keys, and nothing else.</summary>
        /// <exception cref="ReceiptException">it is not what it claims to be</exception>
        public static ReceiptClaims Verify(string receipt, JsonWebKeys keys)
        {
            string[] parts = PartsOf(receipt);
            JObject header = HeaderOf(parts);
            string keyId = Members.Text(header, "kid");
            if (Members.Text(header, "alg") != "ES256")
            {
                throw new ReceiptException("The receipt is not signed with ES256.");
            }
            if (Members.Text(header, "typ") != Type)
            {
                throw new ReceiptException("This is signed, but it is no receipt.");
            }
            if (header["crit"] != null)
            {
                throw new ReceiptException("The receipt asks for something that this SDK does not know.");
            }
            if (!keys.Has(keyId))
            {
                throw new ReceiptException("The receipt's key is not among the store's: fetch them anew, or it is not this store's.");
            }
            byte[] hash;
            using (var sha = SHA256.Create())
            {
                hash = sha.ComputeHash(Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]));
            }
            JObject claims;
            try
            {
                if (!keys.Verify(keyId, hash, Base64Url.Decode(parts[2])))
                {
                    throw new ReceiptException("The receipt's signature is not the store's: it was changed, or somebody else wrote it.");
                }
                claims = Json.Parse(Encoding.UTF8.GetString(Base64Url.Decode(parts[1])));
            }
            catch (FormatException e)
            {
                throw new ReceiptException("The receipt is not well formed.", e);
            }
            if (claims == null)
            {
                throw new ReceiptException("The receipt claims nothing.");
            }
            return new ReceiptClaims(claims);
        }

        private static string KeyIdOf(string receipt)
        {
            return Members.Text(HeaderOf(PartsOf(receipt)), "kid");
        }

        private static string[] PartsOf(string receipt)
        {
            string[] parts = (receipt ?? "").Split('.');
            if (parts.Length != 3)
            {
                throw new ReceiptException("A receipt has three parts.");
            }
            return parts;
        }

        private static JObject HeaderOf(string[] parts)
        {
            try
            {
                JObject header = Json.Parse(Encoding.UTF8.GetString(Base64Url.Decode(parts[0])));
                if (header != null)
                {
                    return header;
                }
            }
            catch (FormatException)
            {
            }
            throw new ReceiptException("The receipt is not well formed.");
        }
    }
}
