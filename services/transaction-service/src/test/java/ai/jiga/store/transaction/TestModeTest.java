package ai.jiga.store.transaction;

import static ai.jiga.store.transaction.Ledger.OWNER;
import static ai.jiga.store.transaction.Ledger.PLAYER;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.contracts.transaction.HoldRequest;
import ai.jiga.store.contracts.transaction.Settlement;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.transaction.model.Asset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// DOF_TEST: an asset of its own, that is worth nothing and mixes with nothing.
class TestModeTest {
    private static final UserId TESTER = PLAYER.inTest();

    private final Ledger ledger = new Ledger();

    @BeforeEach
    void fund() {
        ledger.fund(PLAYER, 5_000);
        ledger.register(OWNER);
        ledger.tests.fill(TESTER, Dof.of(10_000), null).outcome().orThrow();
    }

    @AfterEach
    void close() {
        ledger.assertSound();
        ledger.close();
    }

    private HoldRequest hire(SessionId session, long amount) {
        return ledger.hire(session, TESTER, OWNER, OWNER, amount);
    }

    @Test
    void aTestWalletIsApartFromTheOther() {
        assertThat(ledger.wallets.of(TESTER).available()).isEqualTo(Dof.of(10_000));
        assertThat(ledger.wallets.of(TESTER).currency()).isEqualTo("DOF_TEST");
        assertThat(ledger.wallets.of(PLAYER).available()).isEqualTo(Dof.of(5_000));
        assertThat(ledger.wallets.of(PLAYER).currency()).isEqualTo("DOF");
    }

    @Test
    void aTestSessionEarnsNobodyAnything() {
        SessionId session = ledger.newSession();
        ledger.payments.hold(hire(session, 4_000)).orThrow();

        Settlement settled = ledger.payments.settle(session, Dof.of(1_000));
        ledger.process.settleEvents();

        assertThat(settled.distribution().owner()).isEqualTo(Dof.ZERO);
        assertThat(ledger.wallets.of(OWNER).pending()).isEqualTo(Dof.ZERO);
        assertThat(ledger.wallets.of(OWNER).earnings()).isEqualTo(Dof.ZERO);
        assertThat(ledger.wallets.of(TESTER).available()).isEqualTo(Dof.of(9_000));
        assertThat(ledger.books.books(null).sums()).isEqualTo(Map.of(Asset.DOF, 0L, Asset.DOF_TEST, 0L, Asset.USD, 0L));
        assertThat(ledger.books.platformBalance()).as("what the platform has").isZero();
    }

    @Test
    void nobodyIsToldOfMoneyThatIsNone() {
        ledger.process.settleEvents();
        ledger.process.queue().close();
        SessionId session = ledger.newSession();

        ledger.payments.hold(hire(session, 4_000)).orThrow();
        ledger.payments.settle(session, Dof.of(1_000));

        assertThat(ledger.process.outbox()).isEmpty();
    }

    @Test
    void aTestWalletThatLacksSomethingIsFilledForNothing() {
        var refused = (Outcome.Rejected<?>) ledger.payments.hold(hire(ledger.newSession(), 10_500));

        assertThat(refused.rejection().code()).isEqualTo(ErrorCode.INSUFFICIENT_DOFS);
        assertThat(refused.rejection().extra())
                .containsEntry("topUp", Map.of("dofAmount", 500L, "href", Ledger.TEST_FUNDS));
    }

    @Test
    void nobodyElsesWalletIsFilledForNothing() {
        var refused =
                (Outcome.Rejected<?>) ledger.tests.fill(PLAYER, Dof.of(1), null).outcome();

        assertThat(refused.rejection().code()).isEqualTo(ErrorCode.NOT_FOR_KEYS);
        assertThat(ledger.available(PLAYER)).isEqualTo(5_000);
    }

    @Test
    void dofAreNotGivenToATest() {
        Ledger.assertRefused(
                ledger.transfers
                        .transfer(PLAYER, TESTER, Dof.of(10), null, Purse.OWN, null)
                        .outcome(),
                ErrorCode.RECIPIENT_NOT_FOUND);
    }

    @Test
    void fillingUnderAKeyFillsOnce() {
        var key = ledger.key(TESTER, "k", "body");
        ledger.tests.fill(TESTER, Dof.of(100), key).outcome().orThrow();
        var again = ledger.tests.fill(TESTER, Dof.of(100), key);

        assertThat(again.replayed()).isTrue();
        assertThat(ledger.wallets.of(TESTER).available()).isEqualTo(Dof.of(10_100));
    }

    @Test
    void aTestIsInTheHistoryOfWhoTestsAlone() {
        SessionId session = ledger.newSession();
        ledger.payments.hold(hire(session, 4_000)).orThrow();
        TransactionId id = TransactionId.of(session);

        assertThat(ledger.history.find(TESTER, id)).isPresent();
        assertThat(ledger.history.find(TESTER, id).orElseThrow().currency()).isEqualTo("DOF_TEST");
        assertThat(ledger.history.find(PLAYER, id)).isEmpty();
        assertThat(ledger.history.find(OWNER, id)).isEmpty();
    }
}
