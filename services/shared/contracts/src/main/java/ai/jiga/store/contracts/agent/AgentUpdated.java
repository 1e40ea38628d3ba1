package ai.jiga.store.contracts.agent;

import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventData;

/// An agent or its configuration changed.
///
/// @param version rises with each change
public record AgentUpdated(AgentId agentId, UserId ownerId, String name, long version) implements EventData {
    public static final String TYPE = "agent.updated";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String key() {
        return agentId.value();
    }
}
