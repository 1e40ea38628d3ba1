package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.contracts.agent.Runtimes;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.Outcome;
import java.time.InstantSource;

/// Somebody looks at a listing's page.
public final class ShowListing {
    private static final int LATEST_REVIEWS = 5;

    private final DocumentStore store;
    private final PublicListings listings;
    private final NoteViews views;
    private final Runtimes runtimes;
    private final InstantSource clock;

    public ShowListing(
            DocumentStore store, PublicListings listings, NoteViews views, Runtimes runtimes, InstantSource clock) {
        this.store = store;
        this.listings = listings;
        this.views = views;
        this.runtimes = runtimes;
        this.clock = clock;
    }

    /// @param withReviews whether the latest reviews are shown too
    public Outcome<ListingPage> show(Caller caller, ListingId id, boolean withReviews) {
        return listings.seen(id, caller).map(listing -> {
            views.note(listing, caller);
            return ListingPage.of(
                    listing,
                    runtimes,
                    clock.instant(),
                    withReviews
                            ? ListReviews.page(store, id, LATEST_REVIEWS, null).items()
                            : null);
        });
    }
}
