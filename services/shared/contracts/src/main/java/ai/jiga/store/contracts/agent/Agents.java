package ai.jiga.store.contracts.agent;

import ai.jiga.store.kernel.AgentId;
import java.util.Optional;

/// The agent service, as other services use it.
public interface Agents {
    /// Empty when there is none, or it was deleted, or its creation is not paid yet.
    Optional<AgentView> find(AgentId id);
}
