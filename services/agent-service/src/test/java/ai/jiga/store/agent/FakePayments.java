package ai.jiga.store.agent;

import ai.jiga.store.contracts.transaction.Charge;
import ai.jiga.store.contracts.transaction.Hold;
import ai.jiga.store.contracts.transaction.HoldRequest;
import ai.jiga.store.contracts.transaction.Payments;
import ai.jiga.store.contracts.transaction.Settlement;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A ledger that charges once for an id, and at whose door a test can let something happen before and after a charge.
public final class FakePayments implements Payments {
    private final InstantSource clock;
    private final Map<UserId, Dof> balances = new HashMap<>();
    private final Map<TransactionId, Charge> charges = new LinkedHashMap<>();
    private volatile Runnable beforeCharge = () -> {};
    private volatile Runnable afterCharge = () -> {};
    private volatile Runnable afterFind = () -> {};

    public FakePayments(InstantSource clock) {
        this.clock = clock;
    }

    /// What a process that is killed leaves behind, for a test: nothing after it is done.
    public static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    public void give(UserId user, long dof) {
        synchronized (balances) {
            balances.merge(user, Dof.of(dof), Dof::plus);
        }
    }

    public long balance(UserId user) {
        synchronized (balances) {
            return balances.getOrDefault(user, Dof.ZERO).amount();
        }
    }

    public List<Charge> charges() {
        synchronized (balances) {
            return List.copyOf(charges.values());
        }
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
        Outcome<Charge> outcome = charge(id, payer, price);
        Runnable after = afterCharge;
        afterCharge = () -> {};
        after.run();
        return outcome;
    }

    private Outcome<Charge> charge(TransactionId id, UserId payer, Dof price) {
        synchronized (balances) {
            Charge made = charges.get(id);
            if (made != null) {
                return Outcome.done(made);
            }
            Dof before = balances.getOrDefault(payer, Dof.ZERO);
            if (before.isLessThan(price)) {
                return Outcome.rejected(Rejection.of(ErrorCode.INSUFFICIENT_DOFS, "You have " + before + " DOF.")
                        .with("required", price.amount())
                        .with("available", before.amount())
                        .with("shortfall", price.minus(before).amount()));
            }
            Charge charge = new Charge(id, price, before, before.minus(price), clock.instant());
            balances.put(payer, charge.balanceAfter());
            charges.put(id, charge);
            return Outcome.done(charge);
        }
    }

    @Override
    public Optional<Charge> findCharge(TransactionId id) {
        Optional<Charge> found;
        synchronized (balances) {
            found = Optional.ofNullable(charges.get(id));
        }
        Runnable after = afterFind;
        afterFind = () -> {};
        after.run();
        return found;
    }

    @Override
    public Optional<Joined> joined() {
        return Optional.empty();
    }

    @Override
    public Outcome<Hold> hold(HoldRequest request) {
        throw new UnsupportedOperationException("agents hold nothing");
    }

    @Override
    public Settlement settle(SessionId id, Dof consumed) {
        throw new UnsupportedOperationException("agents settle nothing");
    }

    @Override
    public void voidHold(SessionId id) {
        throw new UnsupportedOperationException("agents void nothing");
    }

    @Override
    public Optional<Hold> findHold(SessionId id) {
        throw new UnsupportedOperationException("agents hold nothing");
    }
}
