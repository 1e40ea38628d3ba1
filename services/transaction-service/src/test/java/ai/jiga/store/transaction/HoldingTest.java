package ai.jiga.store.transaction;

import static ai.jiga.store.transaction.Ledger.OWNER;
import static ai.jiga.store.transaction.Ledger.PLAYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.jiga.store.contracts.transaction.Hold;
import ai.jiga.store.contracts.transaction.TransactionInitiated;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HoldingTest {
    private final Ledger ledger = new Ledger();

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void aHoldMovesDofFromAvailableToHeldAndSpendsNothing() {
        ledger.fund(PLAYER, 1_000);
        SessionId session = ledger.newSession();

        Hold hold = ledger.payments.hold(ledger.hire(session, 600)).orThrow();

        assertThat(hold.amount()).isEqualTo(Dof.of(600));
        assertThat(hold.transactionId()).isEqualTo(TransactionId.of(session));
        assertThat(ledger.available(PLAYER)).isEqualTo(400);
        assertThat(ledger.wallet(PLAYER).held()).isEqualTo(Dof.of(600));
        assertThat(ledger.wallet(PLAYER).balance()).isEqualTo(Dof.of(1_000));
        ledger.assertSound();
    }

    @Test
    void holdingAgainForTheSameSessionHoldsOnceAndAnswersTheSame() {
        ledger.fund(PLAYER, 1_000);
        SessionId session = ledger.newSession();

        Hold first = ledger.payments.hold(ledger.hire(session, 600)).orThrow();
        Hold again = ledger.payments.hold(ledger.hire(session, 600)).orThrow();

        assertThat(again)
                .isEqualTo(first)
                .isEqualTo(ledger.payments.findHold(session).orElseThrow());
        assertThat(ledger.available(PLAYER)).isEqualTo(400);
        ledger.assertSound();
    }

    @Test
    void holdingOfTheSameSessionAtOnceHoldsOnce() throws InterruptedException {
        ledger.fund(PLAYER, 10_000);
        SessionId session = ledger.newSession();

        List<Hold> holds = AtOnce.times(
                10, i -> () -> ledger.payments.hold(ledger.hire(session, 600)).orThrow());

        assertThat(holds).containsOnly(holds.getFirst());
        assertThat(ledger.available(PLAYER)).isEqualTo(9_400);
        ledger.assertSound();
    }

    @Test
    void ofTwentyConcurrentHoldsOnAWalletWithFundsForSevenExactlySevenSucceed() throws InterruptedException {
        ledger.fund(PLAYER, 7_999);

        List<Outcome<Hold>> outcomes =
                AtOnce.times(20, i -> () -> ledger.payments.hold(ledger.hire(ledger.newSession(), 1_000)));

        assertThat(outcomes).filteredOn(o -> o instanceof Outcome.Done).hasSize(7);
        outcomes.stream()
                .filter(o -> o instanceof Outcome.Rejected)
                .forEach(o -> Ledger.assertRefused(o, ErrorCode.INSUFFICIENT_DOFS));
        assertThat(ledger.available(PLAYER)).isEqualTo(999);
        assertThat(ledger.wallet(PLAYER).held()).isEqualTo(Dof.of(7_000));
        ledger.assertSound();
    }

    @Test
    void aRefusalSaysWhatIsMissingAndHowToGetIt() {
        ledger.fund(PLAYER, 400_000);

        Outcome<Hold> outcome = ledger.payments.hold(ledger.hire(ledger.newSession(), 600_000));

        Ledger.assertRefused(outcome, ErrorCode.INSUFFICIENT_DOFS);
        assertThat(((Outcome.Rejected<Hold>) outcome).rejection().extra())
                .containsEntry("required", 600_000L)
                .containsEntry("available", 400_000L)
                .containsEntry("shortfall", 200_000L)
                .containsEntry("topUp", Map.of("package", "silver", "dofAmount", 500_000L, "href", Ledger.PURCHASES));
        assertThat(ledger.available(PLAYER)).isEqualTo(400_000);
    }

    @Test
    void whoNeverHadAWalletIsRefusedAndGetsNone() {
        Outcome<Hold> outcome = ledger.payments.hold(ledger.hire(ledger.newSession(), 1));

        Ledger.assertRefused(outcome, ErrorCode.INSUFFICIENT_DOFS);
        ledger.assertSound();
    }

    @Test
    void aRefusedHoldMayBeTriedAgainOnceTheWalletIsFilled() {
        SessionId session = ledger.newSession();
        Ledger.assertRefused(ledger.payments.hold(ledger.hire(session, 500)), ErrorCode.INSUFFICIENT_DOFS);
        ledger.fund(PLAYER, 500);

        assertThat(ledger.payments.hold(ledger.hire(session, 500))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void theHoldOfASessionIsNotAnotherPayersNorOfAnotherAmount() {
        ledger.fund(PLAYER, 1_000);
        SessionId session = ledger.newSession();
        ledger.payments.hold(ledger.hire(session, 600)).orThrow();

        assertThatIllegalArgumentException().isThrownBy(() -> ledger.payments.hold(ledger.hire(session, 601)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.payments.hold(ledger.hire(session, UserId.of("another"), OWNER, OWNER, 600)));
    }

    @Test
    void anythingElseThanAHoldUnderASessionsIdIsLeftAlone() {
        SessionId session = ledger.newSession();
        ledger.grants.grantSandboxCredit(TransactionId.of(session), PLAYER, Dof.of(1_000));

        assertThatIllegalArgumentException().isThrownBy(() -> ledger.payments.hold(ledger.hire(session, 600)));

        assertThat(ledger.payments.findHold(session)).isEmpty();
        assertThat(ledger.available(PLAYER)).isEqualTo(1_000);
    }

    @Test
    void aHoldOfNothingIsADefectOfTheCaller() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.payments.hold(ledger.hire(ledger.newSession(), 0)));
    }

    @Test
    void aHoldIsAnnouncedOnce() {
        ledger.process.close();
        try (Ledger silent = new Ledger()) {
            silent.fund(PLAYER, 1_000);
            silent.process.queue().close();
            SessionId session = silent.newSession();

            silent.payments.hold(silent.hire(session, 600)).orThrow();
            silent.payments.hold(silent.hire(session, 600)).orThrow();

            assertThat(silent.process.outbox())
                    .singleElement()
                    .satisfies(e -> assertThat(e.event().type()).isEqualTo(TransactionInitiated.TYPE));
        }
    }
}
