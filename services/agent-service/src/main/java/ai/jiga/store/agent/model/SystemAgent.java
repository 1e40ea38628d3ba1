package ai.jiga.store.agent.model;

import ai.jiga.store.kernel.AgentId;

/// One of the platform's own agents, as the catalogue has it.
public record SystemAgent(AgentId id, AgentDraft draft) {}
