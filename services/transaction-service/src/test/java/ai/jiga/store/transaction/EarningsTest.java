package ai.jiga.store.transaction;

import static ai.jiga.store.transaction.Ledger.CREATOR;
import static ai.jiga.store.transaction.Ledger.OWNER;
import static ai.jiga.store.transaction.Ledger.PLAYER;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.transaction.usecase.ReadWallet.WalletView;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EarningsTest {
    private final Ledger ledger = new Ledger();

    @BeforeEach
    void fund() {
        ledger.fund(PLAYER, 100_000);
        ledger.register(OWNER, CREATOR);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private void fold() {
        ledger.process.settleEvents();
        ledger.process.advance(Duration.ofSeconds(2));
    }

    @Test
    void whatIsEarnedIsPendingUntilItIsFoldedAndThenSpendable() {
        ledger.process.queue().close();
        ledger.settled(PLAYER, OWNER, OWNER, 1_000, 1_000);

        assertThat(ledger.wallet(OWNER))
                .isEqualTo(new WalletView(Dof.ZERO, Dof.ZERO, Dof.ZERO, Dof.ZERO, Dof.of(750), "DOF"));
        Ledger.assertRefused(
                ledger.payments.hold(ledger.hire(ledger.newSession(), OWNER, PLAYER, PLAYER, 1)),
                ErrorCode.INSUFFICIENT_DOFS);

        ledger.earnings.fold(OWNER);

        assertThat(ledger.wallet(OWNER))
                .isEqualTo(new WalletView(Dof.ZERO, Dof.ZERO, Dof.ZERO, Dof.of(750), Dof.ZERO, "DOF"));
        ledger.payments
                .hold(ledger.hire(ledger.newSession(), OWNER, PLAYER, PLAYER, 750))
                .orThrow();
        ledger.assertSound();
    }

    @Test
    void aSettlementHasTheEarningsOfOwnerAndCreatorFoldedSoonAfter() {
        ledger.settled(PLAYER, OWNER, CREATOR, 1_000, 1_000);

        fold();

        assertThat(ledger.wallet(OWNER).earnings()).isEqualTo(Dof.of(700));
        assertThat(ledger.wallet(CREATOR).earnings()).isEqualTo(Dof.of(50));
        assertThat(ledger.wallet(OWNER).pending()).isEqualTo(Dof.ZERO);
        ledger.assertSound();
    }

    @Test
    void aBusyOwnerIsNotKeptWaitingByFurtherSettlements() {
        ledger.settled(PLAYER, OWNER, OWNER, 1_000, 1_000);
        ledger.process.settleEvents();
        ledger.process.advance(Duration.ofMillis(700));
        ledger.settled(PLAYER, OWNER, OWNER, 1_000, 1_000);
        ledger.process.settleEvents();
        ledger.process.advance(Duration.ofMillis(700));

        assertThat(ledger.wallet(OWNER).earnings()).isEqualTo(Dof.of(1_500));
    }

    @Test
    void manySettlementsAtOnceAllReachTheOwner() throws InterruptedException {
        AtOnce.times(20, i -> () -> ledger.settled(PLAYER, OWNER, CREATOR, 1_000, 1_000));
        ledger.process.settleEvents();

        AtOnce.times(4, i -> () -> {
            ledger.earnings.fold(i % 2 == 0 ? OWNER : CREATOR);
            return i;
        });

        assertThat(ledger.wallet(OWNER).earnings()).isEqualTo(Dof.of(14_000));
        assertThat(ledger.wallet(CREATOR).earnings()).isEqualTo(Dof.of(1_000));
        ledger.assertSound();
    }

    @Test
    void whatIsAvailableIsSpentBeforeEarningsAndEarningsReturnWhereTheyCameFrom() {
        ledger.settled(PLAYER, OWNER, OWNER, 1_000, 1_000);
        fold();
        ledger.fund(OWNER, 100);
        SessionId session = ledger.newSession();

        ledger.payments.hold(ledger.hire(session, OWNER, CREATOR, CREATOR, 500)).orThrow();
        assertThat(ledger.available(OWNER)).isZero();
        assertThat(ledger.wallet(OWNER).earnings()).isEqualTo(Dof.of(350));

        ledger.payments.settle(session, Dof.of(300));
        assertThat(ledger.available(OWNER)).isZero();
        assertThat(ledger.wallet(OWNER).earnings()).isEqualTo(Dof.of(550));
        ledger.assertSound();
    }

    @Test
    void whatWasNotConsumedOfTheAvailablePartReturnsThere() {
        ledger.settled(PLAYER, OWNER, OWNER, 1_000, 1_000);
        fold();
        ledger.fund(OWNER, 100);
        SessionId session = ledger.newSession();
        ledger.payments.hold(ledger.hire(session, OWNER, CREATOR, CREATOR, 500)).orThrow();

        ledger.payments.settle(session, Dof.of(30));

        assertThat(ledger.available(OWNER)).isEqualTo(70);
        assertThat(ledger.wallet(OWNER).earnings()).isEqualTo(Dof.of(750));
        ledger.assertSound();
    }

    @Test
    void foldingTwiceOrForWhoEarnedNothingChangesNothing() {
        ledger.settled(PLAYER, OWNER, OWNER, 1_000, 1_000);
        ledger.earnings.fold(OWNER);
        ledger.earnings.fold(OWNER);
        ledger.earnings.fold(UserId.of("idle"));

        assertThat(ledger.wallet(OWNER).earnings()).isEqualTo(Dof.of(750));
        assertThat(ledger.wallet(UserId.of("idle")).balance()).isEqualTo(Dof.ZERO);
        ledger.assertSound();
    }
}
