package ai.jiga.store.contracts.transaction;

import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.TransactionId;
import java.time.Instant;

/// How a hold was resolved, once and for ever.
///
/// @param consumed captured and split
/// @param released back in the wallet; with `consumed` it makes up the hold
public record Settlement(
        SessionId id,
        TransactionId transactionId,
        Dof consumed,
        Dof released,
        Distribution distribution,
        Instant settledAt) {}
