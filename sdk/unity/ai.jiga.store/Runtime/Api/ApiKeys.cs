using System.Threading;
using System.Threading.Tasks;
using Jiga.Store.Types;

namespace Jiga.Store
{
    /// <summary>
    /// A studio's keys. For who is signed in as the studio, on its server or in the editor; a game needs none of this.
    /// <example><code>
    /// KeyView key = await store.ApiKeys.CreateAsync(
    ///     new ApiKeyRequest { Name = "game server", Kind = "secret", Mode = "test", Scopes = new[] { "players" } }, cancel);
    /// Console.WriteLine("Keep it now, it is not shown again: " + key.Key);
    /// </code></example>
    /// </summary>
    public sealed class ApiKeys : Resource
    {
        internal ApiKeys(Caller caller) : base(caller)
        {
        }

        /// <summary>All of them, without what is secret.</summary>
        public Pages<KeyView> List(int? limit = null, CallOptions how = null)
        {
            return List(() => ApiCall.Get(V1 + "/api-keys").Ask("limit", limit), o => new KeyView(o), how);
        }

        /// <summary>
        /// Makes one. <c>Key</c> is shown in this answer alone, and the store keeps no such answer: if it is lost, the call is not made again;
        /// look at the list, and delete what nobody has the secret of.
        /// </summary>
        public Task<KeyView> CreateAsync(ApiKeyRequest key, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Never(V1 + "/api-keys", key.ToJson()), o => new KeyView(o), how, cancel);
        }

        /// <summary>Changes what is named.</summary>
        public Task<KeyView> ChangeAsync(
            string id, ApiKeyChange changes, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Patch(V1 + "/api-keys/" + Part(id), changes.ToJson()), o => new KeyView(o), how, cancel);
        }

        /// <summary>Takes it away at once.</summary>
        public Task DeleteAsync(string id, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Caller.Do(ApiCall.Delete(V1 + "/api-keys/" + Part(id)), how, cancel);
        }

        /// <summary>Makes a new secret for it; the old one works until <c>PreviousUntil</c>. Not made again when its answer is lost.</summary>
        public Task<KeyView> RotateAsync(string id, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Never(V1 + "/api-keys/" + Part(id) + "/rotate", null), o => new KeyView(o), how, cancel);
        }

        /// <summary>What was done with it, day by day.</summary>
        public Pages<DayOfUse> Usage(string id, int? limit = null, CallOptions how = null)
        {
            return List(() => ApiCall.Get(V1 + "/api-keys/" + Part(id) + "/usage").Ask("limit", limit), o => new DayOfUse(o), how);
        }
    }
}
