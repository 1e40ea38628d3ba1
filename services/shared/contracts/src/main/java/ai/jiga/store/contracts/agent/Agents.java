package ai.jiga.store.contracts.agent;

import ai.jiga.store.kernel.AgentId;
import java.util.Optional;

/// The agent service, as other services use it.
public interface Agents {
    /// Empty when there is none, or it was deleted, or its creation is not paid yet.
    Optional<AgentView> find(AgentId id);

    /// The agent as it was at that version, whatever has become of it since. Empty when there never was one.
    Optional<AgentView> asOf(AgentId id, long version);
}
