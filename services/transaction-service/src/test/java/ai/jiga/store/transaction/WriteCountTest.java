package ai.jiga.store.transaction;

import static ai.jiga.store.transaction.Ledger.CREATOR;
import static ai.jiga.store.transaction.Ledger.OWNER;
import static ai.jiga.store.transaction.Ledger.PLAYER;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.contracts.transaction.Payments;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.SessionId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Documents written are what a hire costs on every engine: at most 5 to hold and 6 to settle, the proof and
/// the event included.
class WriteCountTest {
    private final Ledger ledger = new Ledger();
    private final CountingStore counting = new CountingStore(ledger.process.store());
    private final Payments payments = ledger.payments(counting);

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void aHoldWritesAtMostFiveDocumentsAndASettlementAtMostSix() {
        ledger.fund(PLAYER, 1_000);
        ledger.register(OWNER, CREATOR);
        SessionId session = ledger.newSession();

        payments.hold(ledger.hire(session, PLAYER, OWNER, CREATOR, 1_000)).orThrow();
        assertThat(counting.written()).hasSizeBetween(1, 5).anyMatch(path -> path.startsWith("outbox/"));

        payments.settle(session, Dof.of(999));
        assertThat(counting.written()).hasSizeBetween(1, 6).anyMatch(path -> path.startsWith("outbox/"));
    }

    @Test
    void payingWithEarningsWritesNoMore() {
        ledger.fund(PLAYER, 1_000);
        ledger.register(OWNER, CREATOR);
        ledger.settled(PLAYER, OWNER, CREATOR, 1_000, 1_000);
        ledger.earnings.fold(OWNER);
        SessionId session = ledger.newSession();

        payments.hold(ledger.hire(session, OWNER, PLAYER, CREATOR, 700)).orThrow();
        assertThat(counting.written()).hasSizeLessThanOrEqualTo(5);
        payments.settle(session, Dof.of(350));
        assertThat(counting.written()).hasSizeLessThanOrEqualTo(6);
        ledger.assertSound();
    }

    @Test
    void whatIsDoneAlreadyWritesNothing() {
        ledger.fund(PLAYER, 1_000);
        SessionId session = ledger.newSession();
        payments.hold(ledger.hire(session, 1_000)).orThrow();

        payments.hold(ledger.hire(session, 1_000)).orThrow();
        assertThat(counting.written()).isEmpty();

        payments.settle(session, Dof.of(500));
        payments.settle(session, Dof.of(500));
        assertThat(counting.written()).isEmpty();
        payments.voidHold(session);
        assertThat(counting.written()).isEmpty();
    }
}
