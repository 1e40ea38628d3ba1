package ai.jiga.store.agent.usecase;

import ai.jiga.store.web.SeenByFew;

/// An agent as its reader may see it.
public sealed interface SeenAgent extends SeenByFew permits PublicAgent, OwnAgent, AgentWithStats {
    @Override
    default boolean isForEverybody() {
        return this instanceof PublicAgent;
    }
}
