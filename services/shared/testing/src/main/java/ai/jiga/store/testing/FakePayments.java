package ai.jiga.store.testing;

import ai.jiga.store.commits.Commit;
import ai.jiga.store.contracts.transaction.Charge;
import ai.jiga.store.contracts.transaction.Distribution;
import ai.jiga.store.contracts.transaction.Hold;
import ai.jiga.store.contracts.transaction.HoldRequest;
import ai.jiga.store.contracts.transaction.Payments;
import ai.jiga.store.contracts.transaction.Settlement;
import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.Step;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.wiring.Foundation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A ledger in small, for whoever pays through it: it keeps what [PaymentsContract] asks for, and is away when a test
/// says so. It splits nothing and has no budgets.
public final class FakePayments implements Payments, Payments.Joined {
    private static final Collection<Balance> WALLETS = Collection.of("fake_wallets", Balance.class);
    private static final Collection<Holding> HOLDS = Collection.of("fake_holds", Holding.class);
    private static final Collection<Charge> CHARGES = Collection.of("fake_charges", Charge.class);
    public static final Schema SCHEMA = Schema.of(WALLETS, HOLDS, CHARGES);

    /// More than any test makes.
    private static final int MOST = 100;

    private final Foundation foundation;
    private final Outbox outbox;
    private final boolean joined;
    private final AtomicInteger faults = new AtomicInteger();

    private FakePayments(Foundation foundation, boolean joined) {
        this.foundation = foundation;
        this.outbox = foundation.outbox("fake-ledger");
        this.joined = joined;
    }

    /// In the process of whoever pays.
    public static FakePayments here(Foundation foundation) {
        return new FakePayments(foundation, true);
    }

    /// Where only calls reach it.
    public static FakePayments elsewhere(Foundation foundation) {
        return new FakePayments(foundation, false);
    }

    /// What a user can spend.
    record Balance(Dof available) {}

    /// @param hold null when it was voided before it came to be
    /// @param settlement null while it is open
    record Holding(@Nullable Hold hold, @Nullable Settlement settlement) {}

    /// The next calls fail as a dead ledger does.
    public void failNext(int calls) {
        faults.set(calls);
    }

    public void give(UserId user, long dof) {
        foundation.store().transact(tx -> {
            Dof before = available(tx, user);
            tx.set(wallet(user), new Balance(before.plus(Dof.of(dof))));
            return before;
        });
    }

    /// This much, whatever it was before.
    public void leave(UserId user, long dof) {
        foundation.store().transact(tx -> {
            tx.set(wallet(user), new Balance(Dof.of(dof)));
            return dof;
        });
    }

    public long available(UserId user) {
        return foundation
                .store()
                .get(wallet(user))
                .map(document -> document.value().available().amount())
                .orElse(0L);
    }

    public List<Charge> charges() {
        return foundation.store().query(CHARGES.query().limit(MOST)).values();
    }

    public Optional<Settlement> settlementOf(SessionId id) {
        return foundation.store().get(holding(id)).map(Document::value).map(Holding::settlement);
    }

    private static Ref<Balance> wallet(UserId user) {
        return WALLETS.id(user.value());
    }

    private static Ref<Holding> holding(SessionId id) {
        return HOLDS.id(id.value());
    }

    private static Dof available(Transaction tx, UserId user) {
        return tx.get(wallet(user))
                .map(document -> document.value().available())
                .orElse(Dof.ZERO);
    }

    @Override
    public Optional<Joined> joined() {
        return joined ? Optional.of(this) : Optional.empty();
    }

    @Override
    public Outcome<Hold> hold(HoldRequest request) {
        return Commit.in(foundation.store(), outbox, holding(request)::in);
    }

    @Override
    public Step<Outcome<Hold>> holding(HoldRequest request) {
        fail();
        Instant now = foundation.clock().instant();
        return work -> hold(Commit.of(work).tx(), request, now);
    }

    private static Outcome<Hold> hold(Transaction tx, HoldRequest request, Instant now) {
        Optional<Holding> before = tx.get(holding(request.id())).map(Document::value);
        if (before.isPresent()) {
            Hold there = before.get().hold();
            if (there == null) {
                return Outcome.rejected(ErrorCode.SESSION_ENDED, "voided before it was held");
            }
            if (!there.payer().equals(request.payer()) || !there.amount().equals(request.amount())) {
                throw new IllegalArgumentException("another hold: " + there);
            }
            return Outcome.done(there);
        }
        Dof available = available(tx, request.payer());
        if (available.isLessThan(request.amount())) {
            return Outcome.rejected(tooLittle(request.amount(), available));
        }
        var hold = new Hold(request.id(), TransactionId.of(request.id()), request.payer(), request.amount(), now);
        tx.set(wallet(request.payer()), new Balance(available.minus(request.amount())));
        tx.create(holding(request.id()), new Holding(hold, null));
        return Outcome.done(hold);
    }

    private static Rejection tooLittle(Dof required, Dof available) {
        return Rejection.of(ErrorCode.INSUFFICIENT_DOFS, "You have " + available + " DOF.")
                .with("required", required.amount())
                .with("available", available.amount())
                .with("shortfall", required.minus(available).amount());
    }

    @Override
    public Settlement settle(SessionId id, Dof consumed) {
        Settling settling = settling(id);
        return Commit.in(foundation.store(), outbox, commit -> settling.in(commit, consumed));
    }

    @Override
    public Settling settling(SessionId id) {
        fail();
        Instant now = foundation.clock().instant();
        return (work, consumed) -> settle(Commit.of(work).tx(), id, consumed, now);
    }

    private static Settlement settle(Transaction tx, SessionId id, Dof consumed, Instant now) {
        Holding holding = tx.get(holding(id)).map(Document::value).orElse(new Holding(null, null));
        Hold hold = holding.hold();
        if (holding.settlement() != null) {
            return holding.settlement();
        }
        if (hold == null) {
            throw new IllegalStateException("there is no hold of " + id);
        }
        if (hold.amount().isLessThan(consumed)) {
            throw new IllegalArgumentException(consumed + " of " + hold);
        }
        Dof released = hold.amount().minus(consumed);
        var settlement = new Settlement(
                id, hold.transactionId(), consumed, released, new Distribution(consumed, Dof.ZERO, Dof.ZERO), now);
        Dof available = available(tx, hold.payer());
        tx.set(holding(id), new Holding(hold, settlement));
        tx.set(wallet(hold.payer()), new Balance(available.plus(released)));
        return settlement;
    }

    @Override
    public void voidHold(SessionId id) {
        fail();
        Instant now = foundation.clock().instant();
        foundation.store().transact(tx -> {
            Optional<Holding> before = tx.get(holding(id)).map(Document::value);
            if (before.isEmpty()) {
                tx.create(holding(id), new Holding(null, null));
            } else if (before.get().hold() != null) {
                var _ = settle(tx, id, Dof.ZERO, now);
            }
            return id;
        });
    }

    @Override
    public Optional<Hold> findHold(SessionId id) {
        return foundation.store().get(holding(id)).map(Document::value).map(Holding::hold);
    }

    @Override
    public Outcome<Charge> chargeForVariant(TransactionId id, UserId payer, AgentId variant, Dof price, Purse purse) {
        fail();
        Instant now = foundation.clock().instant();
        return foundation.store().transact(tx -> {
            Optional<Charge> made = tx.get(CHARGES.id(id.value())).map(Document::value);
            if (made.isPresent()) {
                return Outcome.done(made.get());
            }
            Dof before = available(tx, payer);
            if (before.isLessThan(price)) {
                return Outcome.rejected(tooLittle(price, before));
            }
            var charge = new Charge(id, price, before, before.minus(price), now);
            tx.set(wallet(payer), new Balance(charge.balanceAfter()));
            tx.create(CHARGES.id(id.value()), charge);
            return Outcome.done(charge);
        });
    }

    @Override
    public Optional<Charge> findCharge(TransactionId id) {
        return foundation.store().get(CHARGES.id(id.value())).map(Document::value);
    }

    private void fail() {
        if (faults.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("the ledger is away");
        }
    }
}
