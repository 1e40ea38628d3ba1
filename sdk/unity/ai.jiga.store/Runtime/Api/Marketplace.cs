using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Jiga.Store.Types;

namespace Jiga.Store
{
    /// <summary>
    /// Where agents are found and hired.
    /// <example><code>
    /// Page&lt;ListingCard> page = await store.Marketplace.Search(new SearchFilter { Q = "nova" }).PageAsync(cancel);
    /// Console.WriteLine(page.Total + " found, the first is " + page.Items[0].Title);
    /// </code></example>
    /// </summary>
    public sealed class Marketplace : Resource
    {
        private readonly Sessions sessions;

        internal Marketplace(Caller caller, Sessions sessions) : base(caller)
        {
            this.sessions = sessions;
        }

        /// <summary>All listings, the most popular first.</summary>
        public Pages<ListingCard> Browse(int? limit = null, CallOptions how = null)
        {
            return List(() => ApiCall.Get(V1 + "/marketplace").Ask("limit", limit), o => new ListingCard(o), how);
        }

        /// <summary>Listings by words and filters. A page has the total and the facets.</summary>
        public Pages<ListingCard> Search(SearchFilter filter, CallOptions how = null)
        {
            return List(() => filter.Of(ApiCall.Get(V1 + "/marketplace/search")), o => new ListingCard(o), how);
        }

        /// <summary>Experts.</summary>
        public Pages<ListingCard> Specialists(SearchFilter filter = null, CallOptions how = null)
        {
            return List(() => (filter ?? new SearchFilter()).Of(ApiCall.Get(V1 + "/marketplace/specialists")), o => new ListingCard(o), how);
        }

        /// <summary>One listing.</summary>
        public Task<ListingPage> GetAsync(string listingId, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Get(V1 + "/marketplace/" + Part(listingId)), o => new ListingPage(o), how, cancel);
        }

        /// <summary>What players said of it.</summary>
        public Pages<ReviewView> Reviews(string listingId, int? limit = null, CallOptions how = null)
        {
            return List(
                () => ApiCall.Get(V1 + "/marketplace/" + Part(listingId) + "/reviews").Ask("limit", limit), o => new ReviewView(o), how);
        }

        /// <summary>What the operator puts first.</summary>
        public Task<Cards> FeaturedAsync(CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Get(V1 + "/marketplace/featured"), o => new Cards(o), how, cancel);
        }

        /// <summary>What listings are sorted under.</summary>
        public Task<Categories> CategoriesAsync(CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Get(V1 + "/marketplace/categories"), o => new Categories(o), how, cancel);
        }

        /// <summary>Names that begin so, for a search box.</summary>
        public Task<Suggestions> SuggestAsync(string q, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(ApiCall.Get(V1 + "/marketplace/suggest").Ask("q", q), o => new Suggestions(o), how, cancel);
        }

        /// <summary>Sets DOF aside and hires an agent. What the session does not use comes back.</summary>
        /// <param name="listingId">such as <c>nova-coordinator-001</c></param>
        /// <param name="dofAllocation">the most that the session may cost; at least five minutes of the listing's rate</param>
        /// <param name="cancel">stops the waiting</param>
        /// <param name="how">an <c>IdempotencyKey</c> of your own makes it the same hire after a crash</param>
        /// <exception cref="InsufficientDofsException">the wallet does not cover it</exception>
        public Task<Session> HireAsync(
            string listingId, long dofAllocation, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return HireAsync(listingId, new HireBody { DofAllocation = dofAllocation }, cancel, how);
        }

        /// <summary>As above, with a configuration, a message to the agent, or a time at which it begins.</summary>
        public Task<Session> HireAsync(
            string listingId, HireBody hire, CancellationToken cancel = default(CancellationToken), CallOptions how = null)
        {
            return Ask(
                ApiCall.Once(V1 + "/marketplace/" + Part(listingId) + "/hire", hire.ToJson(), how),
                o => sessions.Of(new Hired(o)), how, cancel);
        }
    }
}
