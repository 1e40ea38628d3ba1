package ai.jiga.store.session.model;

import java.time.Instant;

/// A process that meters sessions, and until when it may.
///
/// @param renewedAt the last sign of life: what a dead node's sessions are charged for ends here
/// @param leaseUntil from then on others may take its sessions over
public record Node(Instant renewedAt, Instant leaseUntil) {}
