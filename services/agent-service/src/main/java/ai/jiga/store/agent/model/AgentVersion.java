package ai.jiga.store.agent.model;

import ai.jiga.store.kernel.UserId;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/// What an agent was from this version on until the next.
///
/// @param changedBy who changed it; the platform, when its listing changed
public record AgentVersion(
        long version,
        Change change,
        UserId changedBy,
        Instant changedAt,
        AgentDraft agent,
        JsonNode configuration,
        MarketplaceStatus marketplaceStatus) {
    public enum Change {
        @JsonProperty("created")
        CREATED,
        @JsonProperty("updated")
        UPDATED,
        @JsonProperty("configured")
        CONFIGURED,
        @JsonProperty("listing_changed")
        LISTING_CHANGED,
        @JsonProperty("deleted")
        DELETED
    }

    public static AgentVersion of(Agent agent, Change change, UserId by) {
        return new AgentVersion(
                agent.version(),
                change,
                by,
                agent.updatedAt(),
                agent.draft(),
                agent.configuration(),
                agent.marketplaceStatus());
    }
}
