package ai.jiga.store.session;

import ai.jiga.store.contracts.transaction.Charge;
import ai.jiga.store.contracts.transaction.Distribution;
import ai.jiga.store.contracts.transaction.Hold;
import ai.jiga.store.contracts.transaction.HoldRequest;
import ai.jiga.store.contracts.transaction.Payments;
import ai.jiga.store.contracts.transaction.Settlement;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A ledger for one player, kept by hand: idempotent like the real one, and out of order when a test says so.
final class FakePayments implements Payments {
    private final Map<SessionId, Hold> holds = new HashMap<>();
    private final Map<SessionId, Settlement> settlements = new HashMap<>();
    private long available = 1_000_000;
    private int faults;
    private int settles;

    synchronized void available(long dof) {
        available = dof;
    }

    synchronized long available() {
        return available;
    }

    /// The next calls fail as a dead ledger does.
    synchronized void failNext(int calls) {
        faults = calls;
    }

    /// How often money was moved by a settlement.
    synchronized int settles() {
        return settles;
    }

    synchronized Optional<Settlement> settlementOf(SessionId id) {
        return Optional.ofNullable(settlements.get(id));
    }

    @Override
    public synchronized Outcome<Hold> hold(HoldRequest request) {
        fail();
        Hold before = holds.get(request.id());
        if (before != null) {
            return Outcome.done(before);
        }
        if (available < request.amount().amount()) {
            return Outcome.rejected(ErrorCode.INSUFFICIENT_DOFS, "not enough");
        }
        available -= request.amount().amount();
        var hold = new Hold(
                request.id(), TransactionId.of(request.id()), request.payer(), request.amount(), Instant.EPOCH);
        holds.put(request.id(), hold);
        return Outcome.done(hold);
    }

    @Override
    public synchronized Settlement settle(SessionId id, Dof consumed) {
        fail();
        return settlements.computeIfAbsent(id, key -> {
            Dof released =
                    Optional.ofNullable(holds.get(id)).orElseThrow().amount().minus(consumed);
            available += released.amount();
            settles++;
            return new Settlement(
                    id,
                    TransactionId.of(id),
                    consumed,
                    released,
                    new Distribution(consumed, Dof.ZERO, Dof.ZERO),
                    Instant.EPOCH);
        });
    }

    @Override
    public synchronized void voidHold(SessionId id) {
        fail();
        if (holds.containsKey(id)) {
            settle(id, Dof.ZERO);
        }
    }

    @Override
    public synchronized Optional<Hold> findHold(SessionId id) {
        return Optional.ofNullable(holds.get(id));
    }

    @Override
    public Outcome<Charge> chargeForVariant(TransactionId id, UserId payer, AgentId variant, Dof price, Purse purse) {
        throw new UnsupportedOperationException("sessions charge for no variant");
    }

    @Override
    public Optional<Charge> findCharge(TransactionId id) {
        throw new UnsupportedOperationException("sessions charge for no variant");
    }

    private void fail() {
        if (faults > 0) {
            faults--;
            throw new IllegalStateException("the ledger is away");
        }
    }
}
