package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.contracts.agent.Runtimes;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.marketplace.model.MarketplaceCollections;
import java.time.InstantSource;

/// How a listing's page reads, and when that may have changed, whichever process changes it. Looked up in the
/// documents: a cache may hear of a change later than who listens.
public final class FollowListing {
    private final DocumentStore store;
    private final Runtimes runtimes;
    private final InstantSource clock;

    public FollowListing(DocumentStore store, Runtimes runtimes, InstantSource clock) {
        this.store = store;
        this.runtimes = runtimes;
        this.clock = clock;
    }

    /// As [ShowListing#show], without counting as a view.
    public Outcome<ListingPage> look(Caller caller, ListingId id) {
        return store.get(MarketplaceCollections.listing(id))
                .filter(listing -> listing.value().status().isPublic())
                .map(listing -> Outcome.done(listing.value()))
                .orElseGet(() -> ListingAccess.seen(store, id, caller))
                .map(listing -> ListingPage.of(listing, runtimes, clock.instant()));
    }

    /// What tells one state from another.
    public String version(ListingId id) {
        return store.get(MarketplaceCollections.listing(id))
                .map(listing -> listing.updatedAt().toString())
                .orElse("");
    }

    /// @param changed called soon after, and not only when there was a change
    public DocumentStore.Watch watch(ListingId id, Runnable changed) {
        return store.watch(MarketplaceCollections.listing(id), _ -> changed.run());
    }

    /// What is said of a listing that is none, or that its caller may not know of.
    public static <T> Outcome<T> notFound() {
        return Outcome.rejected(ErrorCode.LISTING_NOT_FOUND, "There is no listing with this id.");
    }
}
