package ai.jiga.store.marketplace.model;

import ai.jiga.store.kernel.ListingId;
import java.time.Instant;

/// A listing that somebody has marked to find it again.
public record Favourite(ListingId listingId, Instant at) {}
