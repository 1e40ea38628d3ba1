package ai.jiga.store.marketplace;

import ai.jiga.store.contracts.agent.AgentView;
import ai.jiga.store.contracts.agent.Agents;
import ai.jiga.store.contracts.agent.ListingStatus;
import ai.jiga.store.contracts.agent.Standings;
import ai.jiga.store.kernel.AgentId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The agent service, as far as the marketplace asks it.
public final class FakeAgents implements Agents, Standings {
    private final Map<AgentId, AgentView> agents = new ConcurrentHashMap<>();
    private final Map<AgentId, ListingStatus> told = new ConcurrentHashMap<>();

    @Override
    public Optional<AgentView> find(AgentId id) {
        return Optional.ofNullable(agents.get(id));
    }

    @Override
    public void tell(AgentId agent, ListingStatus status, long version) {
        told.put(agent, status);
    }

    /// Where the agent stands, as far as it was told.
    public Optional<ListingStatus> standing(AgentId agent) {
        return Optional.ofNullable(told.get(agent));
    }

    public void put(AgentView agent) {
        agents.put(agent.id(), agent);
    }

    public void remove(AgentId id) {
        agents.remove(id);
    }
}
