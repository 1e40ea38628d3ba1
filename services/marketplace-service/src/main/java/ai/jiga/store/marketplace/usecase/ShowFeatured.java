package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.marketplace.model.FeaturedListing;
import ai.jiga.store.marketplace.model.ListingStatus;
import ai.jiga.store.marketplace.model.MarketplaceCollections;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// The listings that the platform shows first.
public final class ShowFeatured {
    private static final int MOST = 20;

    private final DocumentStore store;
    private final InstantSource clock;

    public ShowFeatured(DocumentStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    public List<ListingCard> show() {
        Instant now = clock.instant();
        return store
                .getAll(
                        store
                                .query(MarketplaceCollections.FEATURED
                                        .query()
                                        .ascending("position")
                                        .limit(MOST))
                                .values()
                                .stream()
                                .map(FeaturedListing::listingId)
                                .map(MarketplaceCollections::listing)
                                .toList())
                .stream()
                .filter(listing -> listing.value().status() == ListingStatus.ACTIVE)
                .map(listing -> ListingCard.of(listing.value(), now, Map.of()))
                .toList();
    }
}
