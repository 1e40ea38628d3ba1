package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.contracts.agent.ListingStatus;
import ai.jiga.store.contracts.agent.Runtimes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// The listings that the platform shows first.
public final class ShowFeatured {
    private final PublicListings listings;
    private final Runtimes runtimes;
    private final InstantSource clock;

    public ShowFeatured(PublicListings listings, Runtimes runtimes, InstantSource clock) {
        this.listings = listings;
        this.runtimes = runtimes;
        this.clock = clock;
    }

    public List<ListingCard> show() {
        Instant now = clock.instant();
        return listings.all(listings.featured(now)).values().stream()
                .filter(listing -> listing.status() == ListingStatus.ACTIVE)
                .map(listing -> ListingCard.of(listing, runtimes, now, Map.of()))
                .toList();
    }
}
