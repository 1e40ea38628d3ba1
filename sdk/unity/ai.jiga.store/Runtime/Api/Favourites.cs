using System.Threading;
using System.Threading.Tasks;
using Jiga.Store.Types;

namespace Jiga.Store
{
    /// <summary>
    /// Listings that the caller keeps at hand.
    /// <example><code>
    /// await store.Favourites.AddAsync("nova-coordinator-001", cancel);
    /// </code></example>
    /// </summary>
    public sealed class Favourites : Resource
    {
        internal Favourites(Caller caller) : base(caller)
        {
        }

        /// <summary>All of them.</summary>
        public Pages<ListingCard> List(int? limit = null, CallOptions how = null)
        {
            return List(() => ApiCall.Get(V1 + "/favourites").Ask("limit", limit), o => new ListingCard(o), how);
        }

        /// <summary>Keeps one.</summary>
        public Task AddAsync(string listingId, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Caller.Do(ApiCall.Put(V1 + "/favourites/" + Part(listingId)), how, cancel);
        }

        /// <summary>Keeps it no longer.</summary>
        public Task RemoveAsync(string listingId, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Caller.Do(ApiCall.Delete(V1 + "/favourites/" + Part(listingId)), how, cancel);
        }
    }
}
