package ai.jiga.store.marketplace.model;

import ai.jiga.store.kernel.ListingId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A listing that the platform shows first.
///
/// @param position the lowest comes first
/// @param from not before; null: at once
/// @param until not any more; null: until an operator says so
public record FeaturedListing(
        ListingId listingId,
        int position,
        @Nullable Instant from,
        @Nullable Instant until) {
    public FeaturedListing(ListingId listingId, int position) {
        this(listingId, position, null, null);
    }

    public boolean isShown(Instant now) {
        return (from == null || !now.isBefore(from)) && (until == null || now.isBefore(until));
    }
}
