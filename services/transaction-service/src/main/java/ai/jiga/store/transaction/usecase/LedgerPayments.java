package ai.jiga.store.transaction.usecase;

import ai.jiga.store.contracts.transaction.Charge;
import ai.jiga.store.contracts.transaction.Hold;
import ai.jiga.store.contracts.transaction.HoldRequest;
import ai.jiga.store.contracts.transaction.Payments;
import ai.jiga.store.contracts.transaction.Settlement;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.Step;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import java.util.Optional;

/// The ledger's use cases as other services call them.
public final class LedgerPayments implements Payments, Payments.Joined {
    private final HoldFunds holds;
    private final SettleHold settlements;
    private final ChargeForVariant charges;

    public LedgerPayments(HoldFunds holds, SettleHold settlements, ChargeForVariant charges) {
        this.holds = holds;
        this.settlements = settlements;
        this.charges = charges;
    }

    @Override
    public Optional<Joined> joined() {
        return Optional.of(this);
    }

    @Override
    public Step<Outcome<Hold>> holding(HoldRequest request) {
        return holds.holding(request);
    }

    @Override
    public Settling settling(SessionId id) {
        return settlements.settling(id);
    }

    @Override
    public Outcome<Hold> hold(HoldRequest request) {
        return holds.hold(request);
    }

    @Override
    public Settlement settle(SessionId id, Dof consumed) {
        return settlements.settle(id, consumed);
    }

    @Override
    public void voidHold(SessionId id) {
        settlements.voidHold(id);
    }

    @Override
    public Optional<Hold> findHold(SessionId id) {
        return holds.find(TransactionId.of(id));
    }

    @Override
    public Outcome<Charge> chargeForVariant(TransactionId id, UserId payer, AgentId variant, Dof price, Purse purse) {
        return charges.charge(id, payer, variant, price, purse);
    }

    @Override
    public Optional<Charge> findCharge(TransactionId id) {
        return charges.find(id);
    }
}
