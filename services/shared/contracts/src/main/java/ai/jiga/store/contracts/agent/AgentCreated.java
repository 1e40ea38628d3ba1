package ai.jiga.store.contracts.agent;

import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventData;
import org.jspecify.annotations.Nullable;

/// An agent was created, or derived as a variant.
///
/// @param baseAgentId what it was derived from; absent unless it is a variant
public record AgentCreated(
        AgentId agentId,
        UserId ownerId,
        String name,
        Rank rank,
        AgentType agentType,
        @Nullable AgentId baseAgentId) implements EventData {
    public static final String TYPE = "agent.created";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String key() {
        return agentId.value();
    }
}
