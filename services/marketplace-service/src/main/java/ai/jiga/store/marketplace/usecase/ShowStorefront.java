package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.contracts.agent.Runtimes;
import ai.jiga.store.contracts.marketplace.Front;
import ai.jiga.store.contracts.marketplace.Storefront;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.marketplace.model.Listing;
import ai.jiga.store.marketplace.model.ListingSearch;
import ai.jiga.store.search.SearchRequest;
import ai.jiga.store.search.Sort;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What everybody may see, for pages: see [Storefront].
public final class ShowStorefront implements Storefront {
    /// As many as the app's start shows.
    private static final int FIRST = 6;

    /// More than a window is high.
    private static final int FOUND_FIRST = 12;

    private final PublicListings listings;
    private final SearchListings search;
    private final Runtimes runtimes;
    private final InstantSource clock;

    public ShowStorefront(PublicListings listings, SearchListings search, Runtimes runtimes, InstantSource clock) {
        this.listings = listings;
        this.search = search;
        this.runtimes = runtimes;
        this.clock = clock;
    }

    @Override
    public Front start() {
        SearchRequest popular = SearchRequest.builder()
                .sort(Sort.descending(ListingSearch.POPULARITY))
                .limit(FIRST)
                .facets(ListingSearch.INDEX.facets())
                .build();
        return front(popular, List.of("home"));
    }

    @Override
    public Front found(@Nullable String text, List<String> games) {
        SearchRequest request = SearchRequest.builder()
                .text(text)
                .anyOf(ListingSearch.GAMES, games)
                .limit(FOUND_FIRST)
                .facets(ListingSearch.INDEX.facets())
                .build();
        var question = new LinkedHashMap<String, Object>();
        if (text != null) {
            question.put("q", text);
        }
        if (!games.isEmpty()) {
            question.put("game", games);
        }
        return front(request, List.of("found", question));
    }

    private Front front(SearchRequest request, List<Object> key) {
        return switch (search.search(request)) {
            case Outcome.Done<SearchListings.Found>(var found) ->
                new Front(
                        null,
                        null,
                        found.items().stream().map(ShowStorefront::card).toList(),
                        List.of(new Front.Seed(key, withoutCursor(found))),
                        null);
            case Outcome.Rejected<SearchListings.Found> _ -> new Front(null, null, List.of(), List.of(), null);
        };
    }

    /// A cursor is sealed by who asks for it.
    private static SearchListings.Found withoutCursor(SearchListings.Found found) {
        return new SearchListings.Found(
                found.items(), found.facets(), found.total(), found.relaxed(), found.degraded(), null);
    }

    @Override
    public Optional<Front> listing(ListingId id) {
        return listings.seen(id, Caller.ANONYMOUS) instanceof Outcome.Done<Listing>(Listing listing)
                ? Optional.of(about(listing))
                : Optional.empty();
    }

    private Front about(Listing listing) {
        ListingPage page = ListingPage.of(listing, runtimes, clock.instant(), ListingPage.More.NONE);
        return new Front(
                page.title(),
                page.description(),
                List.of(new Front.Card(
                        page.listingId(),
                        page.title(),
                        page.description(),
                        page.agent().rank(),
                        page.agent().type(),
                        page.agent().imageUrl(),
                        page.pricing().baseRate())),
                List.of(new Front.Seed(List.of("listing", page.listingId().value()), page)),
                rating(page.stats()));
    }

    private static Front.@Nullable Rating rating(ListingCard.Stats stats) {
        Double mean = stats.rating();
        return mean == null ? null : new Front.Rating(mean, stats.ratingCount());
    }

    private static Front.Card card(ListingCard listing) {
        return new Front.Card(
                listing.listingId(),
                listing.title(),
                listing.description(),
                listing.agent().rank(),
                listing.agent().type(),
                listing.agent().imageUrl(),
                listing.pricing().baseRate());
    }

    @Override
    public List<ListingId> listings(int most) {
        SearchRequest newest = SearchRequest.builder()
                .sort(Sort.descending(ListingSearch.PUBLISHED_AT))
                .limit(most)
                .build();
        return search.search(newest) instanceof Outcome.Done<SearchListings.Found>(var found)
                ? found.items().stream().map(ListingCard::listingId).toList()
                : List.of();
    }
}
