package ai.jiga.store.contracts.transaction;

import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.TransactionId;
import java.time.Instant;

/// A price paid at once.
///
/// @param balanceBefore the payer's balance as the wallet shows it: available and held
/// @param balanceAfter the same after it; earnings, which pay what the balance does not cover, are not in it
public record Charge(TransactionId transactionId, Dof amount, Dof balanceBefore, Dof balanceAfter, Instant chargedAt) {}
