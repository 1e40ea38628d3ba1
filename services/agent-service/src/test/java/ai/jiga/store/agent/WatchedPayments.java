package ai.jiga.store.agent;

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
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.testing.FakePayments;
import ai.jiga.store.wiring.Foundation;
import java.util.List;
import java.util.Optional;

/// A ledger elsewhere, at whose door a test can let something happen before and after a charge.
public final class WatchedPayments implements Payments {
    private final FakePayments ledger;
    private volatile Runnable beforeCharge = () -> {};
    private volatile Runnable afterCharge = () -> {};
    private volatile Runnable afterFind = () -> {};

    public WatchedPayments(Foundation foundation) {
        ledger = FakePayments.elsewhere(foundation);
    }

    /// What a process that is killed leaves behind, for a test: nothing after it is done.
    public static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    public void give(UserId user, long dof) {
        ledger.give(user, dof);
    }

    public long balance(UserId user) {
        return ledger.available(user);
    }

    public List<Charge> charges() {
        return ledger.charges();
    }

    /// Once.
    public void beforeNextCharge(Runnable event) {
        beforeCharge = event;
    }

    /// Once, when it has been made or refused.
    public void afterNextCharge(Runnable event) {
        afterCharge = event;
    }

    /// Once, before the answer is given.
    public void afterNextFind(Runnable event) {
        afterFind = event;
    }

    @Override
    public Outcome<Charge> chargeForVariant(TransactionId id, UserId payer, AgentId variant, Dof price, Purse purse) {
        Runnable before = beforeCharge;
        beforeCharge = () -> {};
        before.run();
        Outcome<Charge> outcome = ledger.chargeForVariant(id, payer, variant, price, purse);
        Runnable after = afterCharge;
        afterCharge = () -> {};
        after.run();
        return outcome;
    }

    @Override
    public Optional<Charge> findCharge(TransactionId id) {
        Optional<Charge> found = ledger.findCharge(id);
        Runnable after = afterFind;
        afterFind = () -> {};
        after.run();
        return found;
    }

    @Override
    public Optional<Joined> joined() {
        return ledger.joined();
    }

    @Override
    public Outcome<Hold> hold(HoldRequest request) {
        return ledger.hold(request);
    }

    @Override
    public Settlement settle(SessionId id, Dof consumed) {
        return ledger.settle(id, consumed);
    }

    @Override
    public void voidHold(SessionId id) {
        ledger.voidHold(id);
    }

    @Override
    public Optional<Hold> findHold(SessionId id) {
        return ledger.findHold(id);
    }
}
