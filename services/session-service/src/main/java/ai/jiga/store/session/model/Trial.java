package ai.jiga.store.session.model;

import ai.jiga.store.kernel.SessionId;

/// The proof that a player has tried an agent.
public record Trial(SessionId sessionId) {}
