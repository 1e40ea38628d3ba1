package ai.jiga.store.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The same, where starting is a saga.
class StartingWithLedgerElsewhereTest extends StartingTest {
    @Override
    Lounge lounge() {
        return Lounge.withLedgerElsewhere();
    }

    @Test
    void aHireThatACrashCutShortIsFinishedByItself() {
        try (var lounge = lounge()) {
            lounge.payments.failNext(1);
            assertThatThrownBy(() -> lounge.hire(Lounge.COACH, 10_000, KEY)).hasMessage("the ledger is away");

            lounge.pass(Duration.ofSeconds(11));

            assertThat(lounge.payments.available(Lounge.PLAYER)).isEqualTo(990_000);
            assertThat(lounge.hire(Lounge.COACH, 10_000, KEY).orThrow().hired().status())
                    .isEqualTo("active");
        }
    }

    @Test
    void aHireThatACrashCutShortIsFinishedByWhoeverAsksAgain() {
        try (var lounge = lounge()) {
            lounge.payments.failNext(1);
            assertThatThrownBy(() -> lounge.hire(Lounge.COACH, 10_000, KEY)).hasMessage("the ledger is away");

            assertThat(lounge.hire(Lounge.COACH, 10_000, KEY).orThrow().hired().status())
                    .isEqualTo("active");
            assertThat(lounge.payments.available(Lounge.PLAYER)).isEqualTo(990_000);
        }
    }

    @Test
    void aLedgerThatStaysAwayIsAskedAgainAndTheHoldItRefusesThenEndsTheStart() {
        try (var lounge = lounge()) {
            lounge.payments.failNext(2);
            assertThatThrownBy(() -> lounge.hire(Lounge.COACH, 10_000, null)).hasMessage("the ledger is away");
            lounge.pass(Duration.ofSeconds(11));
            lounge.payments.leave(Lounge.PLAYER, 100);
            lounge.pass(Duration.ofSeconds(31));
            lounge.pass(Duration.ofSeconds(31));
            lounge.payments.leave(Lounge.PLAYER, 50_000);

            assertThat(lounge.hire(Lounge.COACH, 10_000, null)).isInstanceOf(Outcome.Done.class);
            assertThat(lounge.payments.available(Lounge.PLAYER)).isEqualTo(40_000);
        }
    }

    @Test
    void whoMayNotStartASecondOneIsToldSoWhileTheFirstIsUnderWay() {
        try (var lounge = lounge()) {
            lounge.payments.failNext(1);
            assertThatThrownBy(() -> lounge.hire(Lounge.COACH, 10_000, KEY)).hasMessage("the ledger is away");

            assertThat(lounge.hire(Lounge.COACH, 10_000, null))
                    .isInstanceOfSatisfying(
                            Outcome.Rejected.class,
                            refused ->
                                    assertThat(refused.rejection().code()).isEqualTo(ErrorCode.SESSION_ALREADY_ACTIVE));
        }
    }
}
