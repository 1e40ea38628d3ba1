package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.contracts.agent.Agents;
import ai.jiga.store.contracts.agent.Runtimes;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.marketplace.model.MarketplaceCollections;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Somebody looks at a listing's page.
public final class ShowListing {
    private static final int LATEST_REVIEWS = 5;
    private static final int BEST_RATING = 5;

    private final DocumentStore store;
    private final PublicListings listings;
    private final Agents agents;
    private final NoteViews views;
    private final Runtimes runtimes;
    private final InstantSource clock;

    public ShowListing(
            DocumentStore store,
            PublicListings listings,
            Agents agents,
            NoteViews views,
            Runtimes runtimes,
            InstantSource clock) {
        this.agents = agents;
        this.store = store;
        this.listings = listings;
        this.views = views;
        this.runtimes = runtimes;
        this.clock = clock;
    }

    /// What a page may show besides.
    public enum Part {
        DETAILS,
        STATS,
        REVIEWS
    }

    public Outcome<ListingPage> show(Caller caller, ListingId id, boolean withReviews) {
        return show(caller, id, withReviews ? Set.of(Part.REVIEWS) : Set.of());
    }

    public Outcome<ListingPage> show(Caller caller, ListingId id, Set<Part> parts) {
        return listings.seen(id, caller).map(listing -> {
            views.note(listing, caller);
            return ListingPage.of(
                    listing,
                    runtimes,
                    clock.instant(),
                    new ListingPage.More(
                            parts.contains(Part.REVIEWS)
                                    ? ListReviews.page(store, id, LATEST_REVIEWS, null)
                                            .items()
                                    : null,
                            parts.contains(Part.DETAILS)
                                    ? agents.find(listing.agentId())
                                            .map(ListingPage.Details::of)
                                            .orElse(null)
                                    : null,
                            parts.contains(Part.STATS) ? ratings(id) : null));
        });
    }

    private List<ListingPage.Ratings> ratings(ListingId id) {
        return IntStream.rangeClosed(1, BEST_RATING)
                .mapToObj(rating -> new ListingPage.Ratings(
                        rating,
                        store.count(MarketplaceCollections.RATERS
                                .query(MarketplaceCollections.listing(id))
                                .where("rating")
                                .is(rating))))
                .toList();
    }
}
