package ai.jiga.store.contracts.marketplace;

import ai.jiga.store.contracts.agent.AgentType;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventData;

/// An agent was published: it can be found and hired. Written by the marketplace.
public record AgentPublished(
        AgentId agentId, ListingId listingId, UserId ownerId, String agentName, Rank rank, AgentType agentType)
        implements EventData {
    public static final String TYPE = "agent.published";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String key() {
        return agentId.value();
    }
}
