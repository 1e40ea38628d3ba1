package ai.jiga.store.transaction;

import static ai.jiga.store.transaction.Ledger.AGENT;
import static ai.jiga.store.transaction.Ledger.CREATOR;
import static ai.jiga.store.transaction.Ledger.OWNER;
import static ai.jiga.store.transaction.Ledger.PLAYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.jiga.store.contracts.transaction.Distribution;
import ai.jiga.store.contracts.transaction.HoldRequest;
import ai.jiga.store.contracts.transaction.Settlement;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.transaction.model.TransactionStatus;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettlingTest {
    private final Ledger ledger = new Ledger();

    @BeforeEach
    void fund() {
        ledger.fund(PLAYER, 10_000);
        ledger.register(OWNER, CREATOR);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private SessionId held(long amount) {
        SessionId session = ledger.newSession();
        ledger.payments
                .hold(ledger.hire(session, PLAYER, OWNER, CREATOR, amount))
                .orThrow();
        return session;
    }

    private long earned(UserId user) {
        var wallet = ledger.wallet(user);
        return wallet.earnings().plus(wallet.pending()).amount();
    }

    @Test
    void aSettlementCapturesWhatWasConsumedSplitsItAndReleasesTheRest() {
        SessionId session = held(5_000);

        Settlement settlement = ledger.payments.settle(session, Dof.of(1_999));

        assertThat(settlement.consumed()).isEqualTo(Dof.of(1_999));
        assertThat(settlement.released()).isEqualTo(Dof.of(3_001));
        assertThat(settlement.distribution()).isEqualTo(new Distribution(Dof.of(1_401), Dof.of(499), Dof.of(99)));
        assertThat(ledger.available(PLAYER)).isEqualTo(8_001);
        assertThat(ledger.wallet(PLAYER).held()).isEqualTo(Dof.ZERO);
        assertThat(earned(OWNER)).isEqualTo(1_401);
        assertThat(earned(CREATOR)).isEqualTo(99);
        assertThat(ledger.account("revenue")).isEqualTo(499);
        ledger.assertSound();
    }

    @Test
    void settlingTwiceChargesOnceAndAnswersTheSame() {
        SessionId session = held(5_000);

        Settlement first = ledger.payments.settle(session, Dof.of(2_000));
        Settlement again = ledger.payments.settle(session, Dof.of(2_000));

        assertThat(again).isEqualTo(first);
        assertThat(ledger.available(PLAYER)).isEqualTo(8_000);
        ledger.assertSound();
    }

    @Test
    void settlingAgainWithAnotherAmountAnswersWhatWasRecorded() {
        SessionId session = held(5_000);
        Settlement first = ledger.payments.settle(session, Dof.of(2_000));

        assertThat(ledger.payments.settle(session, Dof.of(4_000))).isEqualTo(first);
        assertThat(ledger.payments.settle(session, Dof.ZERO)).isEqualTo(first);
        assertThat(ledger.payments.settle(session, Dof.of(9_999))).isEqualTo(first);

        assertThat(ledger.available(PLAYER)).isEqualTo(8_000);
    }

    @Test
    void settlingAtOnceChargesOnceWhateverTheAmounts() throws InterruptedException {
        SessionId session = held(5_000);

        List<Settlement> settlements =
                AtOnce.times(12, i -> () -> ledger.payments.settle(session, Dof.of(1_000 + 100 * i)));

        Settlement only = settlements.getFirst();
        assertThat(settlements).containsOnly(only);
        assertThat(ledger.available(PLAYER)).isEqualTo(10_000 - only.consumed().amount());
        assertThat(ledger.wallet(PLAYER).held()).isEqualTo(Dof.ZERO);
        ledger.assertSound();
    }

    @Test
    void settlingAndVoidingAtOnceDoOneOfTheTwo() throws InterruptedException {
        SessionId session = held(5_000);

        AtOnce.times(10, i -> () -> {
            if (i % 2 == 0) {
                ledger.payments.voidHold(session);
            } else {
                ledger.payments.settle(session, Dof.of(2_000));
            }
            return i;
        });

        assertThat(ledger.available(PLAYER)).isIn(10_000L, 8_000L);
        assertThat(ledger.wallet(PLAYER).held()).isEqualTo(Dof.ZERO);
        ledger.assertSound();
    }

    @Test
    void sessionsOfOnePlayerSettledAtOnceAllCount() throws InterruptedException {
        List<SessionId> sessions = List.of(held(1_000), held(1_000), held(1_000), held(1_000), held(1_000));

        AtOnce.times(5, i -> () -> ledger.payments.settle(sessions.get(i), Dof.of(100L * i)));

        assertThat(ledger.available(PLAYER)).isEqualTo(9_000);
        ledger.assertSound();
    }

    @Test
    void moreThanIsHeldCannotBeCaptured() {
        SessionId session = held(5_000);

        assertThatIllegalArgumentException().isThrownBy(() -> ledger.payments.settle(session, Dof.of(5_001)));

        assertThat(ledger.wallet(PLAYER).held()).isEqualTo(Dof.of(5_000));
        ledger.assertSound();
    }

    @Test
    void theWholeHoldMayBeCaptured() {
        SessionId session = held(5_000);

        assertThat(ledger.payments.settle(session, Dof.of(5_000)).released()).isEqualTo(Dof.ZERO);
        assertThat(ledger.available(PLAYER)).isEqualTo(5_000);
    }

    @Test
    void whatIsNotHeldCannotBeSettled() {
        assertThatIllegalStateException().isThrownBy(() -> ledger.payments.settle(ledger.newSession(), Dof.of(1)));
    }

    @Test
    void aVoidedHoldReturnsInFullAndTwiceIsOnce() {
        SessionId session = held(5_000);

        ledger.payments.voidHold(session);
        ledger.payments.voidHold(session);

        assertThat(ledger.available(PLAYER)).isEqualTo(10_000);
        assertThat(ledger.stored(TransactionId.of(session)).status()).isEqualTo(TransactionStatus.REFUNDED);
        ledger.assertSound();
    }

    @Test
    void aSettledHoldStaysSettledWhenItIsVoided() {
        SessionId session = held(5_000);
        ledger.payments.settle(session, Dof.of(2_000));

        ledger.payments.voidHold(session);

        assertThat(ledger.available(PLAYER)).isEqualTo(8_000);
    }

    @Test
    void aHoldThatArrivesAfterItWasVoidedIsRefusedAndSetsNothingAside() {
        SessionId session = ledger.newSession();
        ledger.payments.voidHold(session);
        ledger.payments.voidHold(session);

        Ledger.assertRefused(ledger.payments.hold(ledger.hire(session, 5_000)), ErrorCode.SESSION_ENDED);

        assertThat(ledger.payments.findHold(session)).isEmpty();
        assertThat(ledger.available(PLAYER)).isEqualTo(10_000);
        ledger.assertSound();
    }

    @Test
    void aSessionWithOnesOwnAgentGoesToThePlatformInFull() {
        SessionId session = ledger.newSession();
        ledger.payments
                .hold(new HoldRequest(session, PLAYER, AGENT, PLAYER, CREATOR, HoldRequest.Kind.OWNED, Dof.of(3_000)))
                .orThrow();

        Settlement settlement = ledger.payments.settle(session, Dof.of(1_001));

        assertThat(settlement.distribution()).isEqualTo(new Distribution(Dof.ZERO, Dof.of(1_001), Dof.ZERO));
        assertThat(ledger.account("revenue")).isEqualTo(1_001);
        assertThat(earned(PLAYER)).isZero();
        ledger.assertSound();
    }

    @Test
    void theHireOfASystemAgentIsThePlatformsRevenueInFull() {
        SessionId session = ledger.settled(PLAYER, UserId.SYSTEM, UserId.SYSTEM, 3_000, 1_001);

        assertThat(ledger.stored(TransactionId.of(session)).hire()).isNotNull();
        assertThat(ledger.account("revenue")).isEqualTo(1_001);
        ledger.assertSound();
    }

    @Test
    void aCreatorWhoHiresTheDerivedAgentGetsTheShareBack() {
        ledger.fund(CREATOR, 1_000);

        ledger.settled(CREATOR, OWNER, CREATOR, 1_000, 1_000);

        assertThat(earned(CREATOR)).isEqualTo(50);
        assertThat(ledger.available(CREATOR)).isZero();
        ledger.assertSound();
    }
}
