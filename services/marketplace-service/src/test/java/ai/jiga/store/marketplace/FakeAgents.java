package ai.jiga.store.marketplace;

import ai.jiga.store.contracts.agent.AgentView;
import ai.jiga.store.contracts.agent.Agents;
import ai.jiga.store.kernel.AgentId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The agent service, as far as the marketplace asks it.
public final class FakeAgents implements Agents {
    private final Map<AgentId, AgentView> agents = new ConcurrentHashMap<>();

    @Override
    public Optional<AgentView> find(AgentId id) {
        return Optional.ofNullable(agents.get(id));
    }

    public void put(AgentView agent) {
        agents.put(agent.id(), agent);
    }

    public void remove(AgentId id) {
        agents.remove(id);
    }
}
