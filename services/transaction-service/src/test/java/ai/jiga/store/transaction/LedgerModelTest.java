package ai.jiga.store.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.contracts.transaction.HoldRequest;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.transaction.model.ProviderEvent;
import ai.jiga.store.transaction.usecase.KeepBooks.Balance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever is done in whatever order: the postings sum to zero, replay to the balances, and every user has what a
/// model of a few lines says. Each user's model is one number, all that is theirs, wherever it lies.
class LedgerModelTest {
    private static final List<UserId> USERS = List.of(UserId.of("ada"), UserId.of("bob"), UserId.of("cyd"));

    /// @param who of the users, and whom else it concerns
    /// @param pick which session or purchase of those there are
    record Step(Kind kind, int who, int whom, long amount, int pick) {}

    enum Kind {
        BUY,
        PAY,
        HOLD,
        HOLD_OWN,
        SETTLE,
        VOID,
        TRANSFER,
        CHARGE,
        FOLD
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        var users = Arbitraries.integers().between(0, USERS.size() - 1);
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        users,
                        users,
                        Arbitraries.longs().between(1, 200_000),
                        Arbitraries.integers().between(0, 1_000))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(60);
    }

    @Property(tries = 60)
    void anySequenceOfOperationsLeavesTheBooksRight(@ForAll("steps") List<Step> steps) {
        try (Ledger ledger = new Ledger()) {
            ledger.register(USERS.toArray(UserId[]::new));
            var model = new Model(ledger);
            steps.forEach(model::apply);

            assertThat(ledger.books.verify().problems()).isEmpty();
            assertThat(ledger.books.books(null).balanced()).isTrue();
            for (UserId user : USERS) {
                long total = ledger.books.books(user).accounts().stream()
                        .mapToLong(Balance::balance)
                        .sum();
                assertThat(total).as("all that is %s's", user).isEqualTo(model.worth.get(user));
            }
        }
    }

    private static final class Model {
        private final Ledger ledger;
        private final Map<UserId, Long> worth = new LinkedHashMap<>();
        private final List<TransactionId> purchases = new ArrayList<>();
        private final Map<SessionId, HoldRequest> holds = new LinkedHashMap<>();
        private final Map<SessionId, Boolean> resolved = new LinkedHashMap<>();

        Model(Ledger ledger) {
            this.ledger = ledger;
            USERS.forEach(user -> worth.put(user, 0L));
        }

        void apply(Step step) {
            UserId who = USERS.get(step.who());
            UserId whom = USERS.get(step.whom());
            switch (step.kind()) {
                case BUY ->
                    purchases.add(ledger.purchases
                            .start(who, "bronze", "sandbox", "https://u.example", null)
                            .outcome()
                            .orThrow()
                            .transactionId());
                case PAY -> pay(step);
                case HOLD -> hold(who, whom, HoldRequest.Kind.HIRED, step);
                case HOLD_OWN -> hold(who, who, HoldRequest.Kind.OWNED, step);
                case SETTLE -> settle(step);
                case VOID -> voidHold(step);
                case TRANSFER -> transfer(who, whom, step.amount());
                case CHARGE -> {
                    var id = TransactionId.of(ledger.newId());
                    if (ledger.payments.chargeForVariant(id, who, Ledger.AGENT, Dof.of(step.amount()), Purse.OWN)
                            instanceof Outcome.Done) {
                        add(who, -step.amount());
                    }
                }
                case FOLD -> ledger.earnings.fold(who);
            }
        }

        private void pay(Step step) {
            if (purchases.isEmpty()) {
                return;
            }
            TransactionId id = purchases.get(step.pick() % purchases.size());
            boolean first = ledger.stored(id).postings().isEmpty();
            var kind =
                    step.amount() % 4 == 0 ? ProviderEvent.Kind.PAYMENT_DECLINED : ProviderEvent.Kind.PAYMENT_SUCCEEDED;
            ledger.providerEvents.receive(
                    new ProviderEvent("sandbox", "e" + step.pick() % 50 + kind + id, kind, id, "p", 499));
            if (first && kind == ProviderEvent.Kind.PAYMENT_SUCCEEDED) {
                add(ledger.stored(id).userId(), 150_000);
            }
        }

        private void hold(UserId payer, UserId owner, HoldRequest.Kind kind, Step step) {
            UserId creator = step.pick() % 3 == 0 ? UserId.SYSTEM : USERS.get(step.pick() % USERS.size());
            var request = new HoldRequest(
                    ledger.newSession(), payer, Ledger.AGENT, owner, creator, kind, Dof.of(step.amount()));
            if (ledger.payments.hold(request) instanceof Outcome.Done) {
                holds.put(request.id(), request);
            }
        }

        private void settle(Step step) {
            if (holds.isEmpty()) {
                return;
            }
            HoldRequest hold = List.copyOf(holds.values()).get(step.pick() % holds.size());
            long consumed = Math.min(step.amount(), hold.amount().amount());
            ledger.payments.settle(hold.id(), Dof.of(consumed));
            if (resolved.putIfAbsent(hold.id(), true) != null) {
                return;
            }
            add(hold.payer(), -consumed);
            if (hold.kind() == HoldRequest.Kind.HIRED && !hold.payer().equals(hold.ownerId())) {
                long creators = hold.creatorId().equals(hold.ownerId()) ? 0 : consumed / 20;
                add(hold.ownerId(), consumed - consumed / 4 - creators);
                if (!hold.creatorId().equals(UserId.SYSTEM)) {
                    add(hold.creatorId(), creators);
                }
            }
        }

        private void voidHold(Step step) {
            if (!holds.isEmpty()) {
                SessionId id = List.copyOf(holds.keySet()).get(step.pick() % holds.size());
                ledger.payments.voidHold(id);
                resolved.putIfAbsent(id, true);
            }
        }

        private void transfer(UserId from, UserId to, long amount) {
            if (ledger.transfers
                            .transfer(from, to, Dof.of(amount), null, Purse.OWN, null)
                            .outcome()
                    instanceof Outcome.Done) {
                add(from, -amount - (amount + 9) / 10);
                add(to, amount);
            }
        }

        private void add(UserId user, long amount) {
            worth.merge(user, amount, Math::addExact);
        }
    }
}
