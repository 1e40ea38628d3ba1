package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.contracts.agent.ListingStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// The listings that the platform shows first.
public final class ShowFeatured {
    private final PublicListings listings;
    private final InstantSource clock;

    public ShowFeatured(PublicListings listings, InstantSource clock) {
        this.listings = listings;
        this.clock = clock;
    }

    public List<ListingCard> show() {
        Instant now = clock.instant();
        return listings.all(listings.featured()).values().stream()
                .filter(listing -> listing.status() == ListingStatus.ACTIVE)
                .map(listing -> ListingCard.of(listing, now, Map.of()))
                .toList();
    }
}
