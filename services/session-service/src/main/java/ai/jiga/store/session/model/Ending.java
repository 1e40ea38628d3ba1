package ai.jiga.store.session.model;

import ai.jiga.store.kernel.Dof;
import java.time.Instant;

/// How a session ended. Final.
///
/// @param consumed time and actions together, never over the allocation
public record Ending(Instant at, EndReason reason, Dof consumed) {}
