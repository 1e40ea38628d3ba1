package ai.jiga.store.marketplace.model;

import ai.jiga.store.kernel.ListingId;

/// A listing that the platform shows first.
///
/// @param position the lowest comes first
public record FeaturedListing(ListingId listingId, int position) {}
