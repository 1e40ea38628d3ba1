package ai.jiga.store.contracts.agent;

import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventData;

/// An agent was deleted: its listing goes too.
public record AgentDeleted(AgentId agentId, UserId ownerId) implements EventData {
    public static final String TYPE = "agent.deleted";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String key() {
        return agentId.value();
    }
}
