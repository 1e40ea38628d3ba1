package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.contracts.agent.ListingStatus;
import ai.jiga.store.contracts.agent.Runtimes;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.marketplace.model.Listing;
import ai.jiga.store.search.SearchIndex;
import ai.jiga.store.search.SearchRequest;
import ai.jiga.store.search.SearchResult;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds listings. The index says which and in what order; what a card shows is read where the listing's
/// page is read, all cards in one round trip, so that a card is never older than its page.
///
/// While the search engine is away they are browsed by their documents, and the answer says so.
public final class SearchListings {
    private static final Logger LOG = LoggerFactory.getLogger(SearchListings.class);

    private final PublicListings listings;
    private final SearchIndex index;
    private final BrowseListings shelves;
    private final Runtimes runtimes;
    private final InstantSource clock;

    public SearchListings(
            DocumentStore store, PublicListings listings, SearchIndex index, Runtimes runtimes, InstantSource clock) {
        this.shelves = new BrowseListings(store);
        this.listings = listings;
        this.index = index;
        this.runtimes = runtimes;
        this.clock = clock;
    }

    /// @param facets value to exact count, or a list of [Bucket]s for price and rating; each is counted
    ///     without its own filter
    /// @param total how many there are in all; absent while degraded
    /// @param relaxed whether no listing has all words of the text, so that these are found by the rarest of them
    /// @param degraded whether the search engine is away: the best rated come first, nothing is counted, and
    ///     a page may be shorter than its limit and have a next one
    public record Found(
            List<ListingCard> items,
            Map<String, Object> facets,
            @Nullable Long total,
            boolean relaxed,
            boolean degraded,
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

    /// Refused with UNAVAILABLE while the search engine is away and it takes one.
    ///
    /// @throws ai.jiga.store.search.InvalidCursorException for a cursor of another search
    public Outcome<Found> search(SearchRequest request) {
        if (BrowseListings.isBegun(request)) {
            return browsed(request);
        }
        SearchResult result;
        try {
            result = index.search(request);
        } catch (UncheckedIOException away) {
            LOG.warn("The search engine is away: {}", away.getMessage());
            return browsed(request);
        }
        var facets = new LinkedHashMap<String, Object>(result.facets());
        result.rangeFacets()
                .forEach((name, buckets) ->
                        facets.put(name, buckets.stream().map(Bucket::of).toList()));
        return Outcome.done(
                new Found(cards(result.hits()), facets, result.total(), result.relaxed(), false, result.nextCursor()));
    }

    private Outcome<Found> browsed(SearchRequest request) {
        Instant now = clock.instant();
        return shelves.browse(request)
                .map(some -> new Found(
                        some.listings().stream()
                                .map(listing -> ListingCard.of(listing, runtimes, now, Map.of()))
                                .toList(),
                        Map.of(),
                        null,
                        false,
                        true,
                        some.nextCursor()));
    }

    /// Names of agents that begin like this. Refused with UNAVAILABLE while the search engine is away.
    public Outcome<List<String>> suggest(String prefix, int limit) {
        try {
            return Outcome.done(index.suggest(prefix, limit));
        } catch (UncheckedIOException away) {
            LOG.warn("The search engine is away: {}", away.getMessage());
            return Outcome.rejected(BrowseListings.unavailable(
                    "The search is away for the moment, and nothing else knows names by their beginning. Try again in"
                            + " some seconds."));
        }
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
