package ai.jiga.store.marketplace;

import ai.jiga.store.contracts.agent.AgentView;
import ai.jiga.store.contracts.agent.Agents;
import ai.jiga.store.contracts.agent.ListingStatus;
import ai.jiga.store.contracts.agent.Provider;
import ai.jiga.store.contracts.agent.Standings;
import ai.jiga.store.kernel.AgentId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The agent service, as far as the marketplace asks it.
public final class FakeAgents implements Agents, Standings {
    private final Map<AgentId, AgentView> agents = new ConcurrentHashMap<>();
    private final Map<AgentId, ListingStatus> told = new ConcurrentHashMap<>();

    @Override
    public Optional<AgentView> find(AgentId id) {
        return Optional.ofNullable(agents.get(id)).map(this::asItStands);
    }

    @Override
    public Optional<AgentView> asOf(AgentId id, long version) {
        return find(id).filter(agent -> agent.version() == version);
    }

    @Override
    public void tell(AgentId agent, ListingStatus status, long version) {
        told.put(agent, status);
    }

    private AgentView asItStands(AgentView agent) {
        ListingStatus status = told.get(agent.id());
        return status == null
                ? agent
                : standing(
                        agent,
                        status.isUpToItsOwner(),
                        status == ListingStatus.ACTIVE && agent.runtime() != null,
                        agent.runtime());
    }

    static AgentView standing(AgentView agent, boolean shown, boolean listed, @Nullable Provider runtime) {
        return new AgentView(
                agent.id(),
                agent.ownerId(),
                agent.creatorId(),
                agent.baseAgentId(),
                agent.name(),
                agent.description(),
                agent.imageUrl(),
                agent.rank(),
                agent.type(),
                agent.provider(),
                agent.nationality(),
                agent.language(),
                agent.voiceId(),
                agent.features(),
                agent.toolkit(),
                agent.specialization(),
                agent.baseRate(),
                agent.configuration(),
                shown,
                listed,
                runtime,
                agent.version());
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
