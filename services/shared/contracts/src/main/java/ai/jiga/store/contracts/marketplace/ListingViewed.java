package ai.jiga.store.contracts.marketplace;

import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.queue.EventData;

/// A listing's page was looked at: the views of about a second in one event, without whose they were.
///
/// @param views how many, from 1
public record ListingViewed(ListingId listingId, AgentId agentId, int views) implements EventData {
    public static final String TYPE = "listing.viewed";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String key() {
        return listingId.value();
    }
}
