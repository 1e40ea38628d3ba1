package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.contracts.agent.ListingStatus;
import ai.jiga.store.contracts.agent.Runtimes;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.marketplace.model.Listing;
import ai.jiga.store.search.SearchIndex;
import ai.jiga.store.search.SearchRequest;
import ai.jiga.store.search.SearchResult;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Finds listings. The index says which and in what order; what a card shows is read where the listing's
/// page is read, all cards in one round trip, so that a card is never older than its page.
public final class SearchListings {
    private final PublicListings listings;
    private final SearchIndex index;
    private final Runtimes runtimes;
    private final InstantSource clock;

    public SearchListings(PublicListings listings, SearchIndex index, Runtimes runtimes, InstantSource clock) {
        this.listings = listings;
        this.index = index;
        this.runtimes = runtimes;
        this.clock = clock;
    }

    /// @param facets value to exact count, or a list of [Bucket]s for price and rating; each is counted
    ///     without its own filter
    /// @param total how many there are in all
    /// @param relaxed whether no listing has all words of the text, so that these are found by the rarest of them
    public record Found(
            List<ListingCard> items,
            Map<String, Object> facets,
            long total,
            boolean relaxed,
            @Nullable String nextCursor) {}

    /// As many as are found when both ends are asked for.
    ///
    /// @param from included: whole DOF, or a rating
    /// @param to included; absent for the last bucket of prices
    public record Bucket(Number from, @Nullable Number to, long count) {

        static Bucket of(SearchResult.Bucket counted) {
            return new Bucket(
                    shown(counted.from()), counted.to() == null ? null : shown(counted.to()), counted.count());
        }

        private static Number shown(double number) {
            return number == Math.rint(number) ? (Number) (long) number : (Number) number;
        }
    }

    /// @throws ai.jiga.store.search.InvalidCursorException for a cursor of another search
    public Found search(SearchRequest request) {
        SearchResult result = index.search(request);
        var facets = new LinkedHashMap<String, Object>(result.facets());
        result.rangeFacets()
                .forEach((name, buckets) ->
                        facets.put(name, buckets.stream().map(Bucket::of).toList()));
        return new Found(cards(result.hits()), facets, result.total(), result.relaxed(), result.nextCursor());
    }

    /// Names of agents that begin like this.
    public List<String> suggest(String prefix, int limit) {
        return index.suggest(prefix, limit);
    }

    private List<ListingCard> cards(List<SearchResult.Hit> hits) {
        Map<String, Listing> found =
                listings.all(hits.stream().map(hit -> ListingId.of(hit.id())).toList());
        Instant now = clock.instant();
        return hits.stream()
                .map(hit -> card(found.get(hit.id()), hit, now))
                .filter(Objects::nonNull)
                .toList();
    }

    /// Null when it was taken down a moment ago and the index does not know yet.
    private @Nullable ListingCard card(@Nullable Listing listing, SearchResult.Hit hit, Instant now) {
        return listing == null || listing.status() != ListingStatus.ACTIVE
                ? null
                : ListingCard.of(listing, runtimes, now, hit.highlights());
    }
}
