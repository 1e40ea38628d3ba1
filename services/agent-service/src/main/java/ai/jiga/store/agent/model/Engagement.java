package ai.jiga.store.agent.model;

import ai.jiga.store.kernel.UserId;
import java.time.Instant;

/// A session with an agent that is under way, as the events of sessions told. It is there from the hire, or the first
/// connection, to the end.
public record Engagement(UserId playerId, Instant since) {}
