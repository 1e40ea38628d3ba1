package ai.jiga.store.transaction;

import static ai.jiga.store.transaction.Ledger.CREATOR;
import static ai.jiga.store.transaction.Ledger.OWNER;
import static ai.jiga.store.transaction.Ledger.PLAYER;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.documents.ContentionException;
import ai.jiga.store.documents.StoreUnavailableException;
import ai.jiga.store.documents.faulty.Fault;
import ai.jiga.store.documents.faulty.FaultPlan;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.kernel.RequestKey;
import ai.jiga.store.kernel.SessionId;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Whoever is told that the outcome is unknown asks again with the same key, and is charged once.
class UnknownOutcomesTest {
    private static final int ROUNDS = 20;

    /// As a client does that does not give up.
    private static <R> R untilAnswered(Supplier<R> request) {
        while (true) {
            try {
                return request.get();
            } catch (ContentionException | StoreUnavailableException unknown) {
                // Asked again.
            }
        }
    }

    @Test
    void holdsSettlementsAndTransfersThatAreAskedForUntilTheyAreAnsweredCountOnce() {
        var disturbed = new AtomicBoolean();
        FaultPlan random = FaultPlan.random(7, EnumSet.allOf(Fault.class));
        try (Ledger ledger = Ledger.withFaults(() -> disturbed.get() ? random.next() : Fault.NONE)) {
            ledger.fund(PLAYER, 1_000_000);
            ledger.register(OWNER, CREATOR);
            disturbed.set(true);

            for (int round = 0; round < ROUNDS; round++) {
                SessionId session = ledger.newSession();
                var hire = ledger.hire(session, PLAYER, OWNER, CREATOR, 1_000);
                untilAnswered(() -> ledger.payments.hold(hire)).orThrow();
                untilAnswered(() -> ledger.payments.settle(session, Dof.of(400)));
                RequestKey key = ledger.key(PLAYER, "gift " + round, round);
                untilAnswered(() -> ledger.transfers.transfer(PLAYER, CREATOR, Dof.of(100), null, Purse.OWN, key))
                        .outcome()
                        .orThrow();
            }

            disturbed.set(false);
            ledger.process.settleEvents();
            assertThat(ledger.available(PLAYER)).isEqualTo(1_000_000 - ROUNDS * (400 + 110));
            assertThat(ledger.wallet(PLAYER).held()).isEqualTo(Dof.ZERO);
            assertThat(ledger.available(CREATOR)).isEqualTo(ROUNDS * 100);
            ledger.assertSound();
        }
    }
}
