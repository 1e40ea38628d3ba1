package ai.jiga.store.contracts.marketplace;

import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventData;

/// An operator took a listing down, or let it up again: its owner is told.
///
/// @param status that it has since: `suspended`, or what it was before
/// @param reason as its owner is told
public record ListingModerated(
        ListingId listingId, AgentId agentId, UserId ownerId, String agentName, String status, String reason)
        implements EventData {
    public static final String TYPE = "listing.moderated";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String key() {
        return listingId.value();
    }
}
