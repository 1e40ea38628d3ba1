using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Jiga.Store.Types;
using Newtonsoft.Json.Linq;

namespace Jiga.Store
{
    /// <summary>
    /// One page of a list.
    /// <example><code>
    /// Page&lt;ListingCard> page = await store.Marketplace.Browse(20).PageAsync(cancel);
    /// Console.WriteLine(page.Items.Count + " of " + page.Total);
    /// </code></example>
    /// </summary>
    public sealed class Page<T> : StoreData
    {
        internal Page(JObject raw, Func<JObject, T> read) : base(raw)
        {
            Items = Members.Many(raw, "items", read);
            NextCursor = Members.Text(raw, "nextCursor");
            Total = Members.MaybeLong(raw, "total");
            Facets = Members.Object(raw, "facets");
        }

        /// <summary>What is on it.</summary>
        public IReadOnlyList<T> Items { get; private set; }

        /// <summary>Leads to the next page; null on the last.</summary>
        public string NextCursor { get; private set; }

        /// <summary>How many there are on all pages, where the store counts them.</summary>
        public long? Total { get; private set; }

        /// <summary>Of a search: how many there are of each value. Null elsewhere.</summary>
        public JObject Facets { get; private set; }
    }

    /// <summary>
    /// A list that comes in pages, fetched as they are needed.
    /// <example><code>
    /// await store.Marketplace.Search(new SearchFilter { Q = "call of duty" })
    ///     .ForEachAsync(listing => Console.WriteLine(listing.Title), cancel);
    ///
    /// var listings = store.Marketplace.Search(new SearchFilter { Rank = { Rank.Gold } }).Items();
    /// while (await listings.MoveNextAsync(cancel)) Console.WriteLine(listings.Current.Title);
    /// </code></example>
    /// </summary>
    public sealed class Pages<T>
    {
        private readonly Func<string, CancellationToken, Task<Page<T>>> fetch;

        internal Pages(Func<string, CancellationToken, Task<Page<T>>> fetch)
        {
            this.fetch = fetch;
        }

        /// <summary>One page: the first, or the one that a cursor leads to.</summary>
        public Task<Page<T>> PageAsync(CancellationToken cancel = default(CancellationToken), string cursor = null)
        {
            return fetch(cursor, cancel);
        }

        /// <summary>Goes over the items of all pages, each page fetched when it is reached.</summary>
        public PageIterator<T> Items()
        {
            return new PageIterator<T>(fetch);
        }

        /// <summary>Does something with each item of all pages.</summary>
        public async Task ForEachAsync(Action<T> each, CancellationToken cancel = default(CancellationToken))
        {
            PageIterator<T> items = Items();
            while (await items.MoveNextAsync(cancel))
            {
                each(items.Current);
            }
        }

        /// <summary>All items of all pages, or the first <paramref name="most"/>.</summary>
        public async Task<List<T>> ToListAsync(CancellationToken cancel = default(CancellationToken), int most = int.MaxValue)
        {
            var all = new List<T>();
            PageIterator<T> items = Items();
            while (all.Count < most && await items.MoveNextAsync(cancel))
            {
                all.Add(items.Current);
            }
            return all;
        }
    }

    /// <summary>
    /// Stands on one item of a list, and goes to the next.
    /// <example><code>
    /// PageIterator&lt;SessionView> sessions = store.Sessions.List().Items();
    /// while (await sessions.MoveNextAsync(cancel)) Console.WriteLine(sessions.Current.Status);
    /// </code></example>
    /// </summary>
    public sealed class PageIterator<T>
    {
        private readonly Func<string, CancellationToken, Task<Page<T>>> fetch;
        private Page<T> page;
        private int next;

        internal PageIterator(Func<string, CancellationToken, Task<Page<T>>> fetch)
        {
            this.fetch = fetch;
        }

        /// <summary>The item it stands on.</summary>
        public T Current { get; private set; }

        /// <summary>Goes to the next item.</summary>
        /// <returns>false when there is none</returns>
        public async Task<bool> MoveNextAsync(CancellationToken cancel = default(CancellationToken))
        {
            // A page may be empty and have a next one.
            while (page == null || next == page.Items.Count)
            {
                if (page != null && page.NextCursor == null)
                {
                    return false;
                }
                page = await fetch(page == null ? null : page.NextCursor, cancel);
                next = 0;
            }
            Current = page.Items[next++];
            return true;
        }
    }
}
