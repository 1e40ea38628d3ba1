package ai.jiga.store.agent.usecase;

/// An agent as its reader may see it.
public sealed interface SeenAgent permits PublicAgent, OwnAgent, AgentWithStats {}
