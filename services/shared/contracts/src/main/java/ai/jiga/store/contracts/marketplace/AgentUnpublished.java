package ai.jiga.store.contracts.marketplace;

import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventData;

/// An agent was taken off the marketplace.
public record AgentUnpublished(AgentId agentId, ListingId listingId, UserId ownerId, String agentName)
        implements EventData {
    public static final String TYPE = "agent.unpublished";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String key() {
        return agentId.value();
    }
}
