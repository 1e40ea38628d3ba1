package ai.jiga.store.agent.usecase;

import ai.jiga.store.agent.model.Agent;
import ai.jiga.store.contracts.agent.Runtimes;
import ai.jiga.store.contracts.transaction.Charge;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.TransactionId;

/// A variant that was paid for, and what that did to the wallet.
public record VariantCreated(OwnAgent variant, Payment transaction, Balance userBalance) {
    public record Payment(TransactionId id, String status, Dof amount) {}

    /// DOF available to the payer.
    public record Balance(Dof before, Dof after) {}

    static VariantCreated of(Agent variant, Charge charge, Runtimes runtimes) {
        return new VariantCreated(
                OwnAgent.of(variant, runtimes),
                new Payment(charge.transactionId(), "completed", charge.amount()),
                new Balance(charge.balanceBefore(), charge.balanceAfter()));
    }
}
