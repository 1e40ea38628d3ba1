using System;
using System.Collections.Generic;
using System.Linq;
using Jiga.Store.Types;
using NUnit.Framework;

namespace Jiga.Store.Tests
{
    public sealed class PagesTests
    {
        private const string First = "{\"items\":[{\"listingId\":\"a\"},{\"listingId\":\"b\"}],\"nextCursor\":\"c/1\",\"total\":3,\"facets\":{\"rank\":{\"Gold\":3}}}";
        private const string Empty = "{\"items\":[],\"nextCursor\":\"c2\"}";
        private const string Last = "{\"items\":[{\"listingId\":\"c\"}],\"nextCursor\":null}";

        [Test]
        public void allPagesAreReadOneAfterTheOther()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore().Answers(200, First).Answers(200, Empty).Answers(200, Last);
                List<ListingCard> all = await store.Client(loop).Marketplace.Search(new SearchFilter { Q = "a&b", Rank = { "Gold", "Silver" } }).ToListAsync();
                Assert.That(all.Select(card => card.ListingId), Is.EqualTo(new[] { "a", "b", "c" }));
                Assert.That(new Uri(store.Calls[0].Url).Query, Is.EqualTo("?q=a%26b&rank=Gold&rank=Silver"));
                Assert.That(new Uri(store.Calls[1].Url).Query, Is.EqualTo("?q=a%26b&rank=Gold&rank=Silver&cursor=c%2F1"));
            });
        }

        [Test]
        public void aPageIsFetchedWhenItIsReached()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore().Answers(200, First).Answers(200, Last);
                PageIterator<ListingCard> items = store.Client(loop).Marketplace.Browse().Items();
                await items.MoveNextAsync();
                await items.MoveNextAsync();
                Assert.That(store.Calls.Count, Is.EqualTo(1));
                Assert.That(await items.MoveNextAsync(), Is.True);
                Assert.That(items.Current.ListingId, Is.EqualTo("c"));
                Assert.That(await items.MoveNextAsync(), Is.False);
                Assert.That(await items.MoveNextAsync(), Is.False);
                Assert.That(store.Calls.Count, Is.EqualTo(2));
            });
        }

        [Test]
        public void onePageHasTheTotalAndTheFacets()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore().Answers(200, First);
                Page<ListingCard> page = await store.Client(loop).Marketplace.Search(new SearchFilter()).PageAsync();
                Assert.That(page.Total, Is.EqualTo(3));
                Assert.That((int)page.Facets["rank"]["Gold"], Is.EqualTo(3));
                Assert.That(page.NextCursor, Is.EqualTo("c/1"));
            });
        }

        [Test]
        public void nobodyReadsFurtherThanNeeded()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore().Answers(200, First);
                List<ListingCard> some = await store.Client(loop).Marketplace.Browse().ToListAsync(most: 2);
                Assert.That(some.Count, Is.EqualTo(2));
                Assert.That(store.Calls.Count, Is.EqualTo(1));
            });
        }
    }
}
