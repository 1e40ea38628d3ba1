package ai.jiga.store.contracts.marketplace;

import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.queue.EventData;

/// What a listing shows has changed: the search index reads it again.
///
/// @param status `active`, `paused`, `under_review`, `suspended` or `unpublished`
public record ListingChanged(ListingId listingId, AgentId agentId, String status) implements EventData {
    public static final String TYPE = "listing.changed";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String key() {
        return listingId.value();
    }
}
