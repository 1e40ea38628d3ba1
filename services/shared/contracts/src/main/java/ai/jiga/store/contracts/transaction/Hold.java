package ai.jiga.store.contracts.transaction;

import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import java.time.Instant;

/// DOF set aside: out of the available balance, not spent.
public record Hold(SessionId id, TransactionId transactionId, UserId payer, Dof amount, Instant heldAt) {}
