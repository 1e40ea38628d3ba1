package ai.jiga.store.contracts.transaction;

import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.TransactionId;
import java.time.Instant;

/// A price paid at once.
///
/// @param balanceBefore of the payer, available
/// @param balanceAfter of the payer, available
public record Charge(TransactionId transactionId, Dof amount, Dof balanceBefore, Dof balanceAfter, Instant chargedAt) {}
