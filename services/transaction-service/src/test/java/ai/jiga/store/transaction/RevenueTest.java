package ai.jiga.store.transaction;

import static ai.jiga.store.transaction.Ledger.OWNER;
import static ai.jiga.store.transaction.Ledger.PLAYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.transaction.usecase.ReadRevenue.Day;
import ai.jiga.store.transaction.usecase.ReadRevenue.Revenue;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The clock begins at noon of the first of June.
class RevenueTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-06-01");

    private final Ledger ledger = new Ledger();

    @BeforeEach
    void start() {
        ledger.days.run();
        ledger.fund(PLAYER, 100_000);
        ledger.register(OWNER);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private List<Day> days(LocalDate from, LocalDate to) {
        return ledger.revenue.read(from, to).orThrow().days();
    }

    private void consumed(long amount) {
        ledger.settled(PLAYER, OWNER, OWNER, amount, amount);
        ledger.process.settleEvents();
    }

    private long platformShareOf(long amount) {
        long before = ledger.account("revenue");
        consumed(amount);
        return ledger.account("revenue") - before;
    }

    @Test
    void eachDayIsWhatItBroughtAndTodayUntilNow() {
        long first = platformShareOf(1_001);
        ledger.process.advance(Duration.ofHours(12));
        long second = platformShareOf(2_003);
        ledger.transfers.transfer(PLAYER, OWNER, Dof.of(1_000), null, Purse.OWN, null);

        assertThat(days(FIRST, FIRST.plusDays(1)))
                .containsExactly(
                        new Day(FIRST, first, 0, 0, 100_000, FIRST),
                        new Day(FIRST.plusDays(1), second, 100, 0, 0, FIRST.plusDays(1)));
    }

    @Test
    void theDaysTogetherAreWhatStandsOnTheAccounts() {
        for (int day = 0; day < 5; day++) {
            consumed(777 + day);
            ledger.process.advance(Duration.ofDays(1));
        }

        long together =
                days(FIRST, FIRST.plusDays(5)).stream().mapToLong(Day::revenue).sum();
        assertThat(together).isEqualTo(ledger.account("revenue"));
        assertThat(days(FIRST, FIRST.plusDays(5))).hasSize(6);
    }

    @Test
    void daysThatWereNotNotedAreOneWithTheNext() {
        consumed(1_000);
        // Nobody runs what is due.
        ledger.process.clock().advance(Duration.ofDays(3));
        ledger.days.run();

        assertThat(days(FIRST, FIRST.plusDays(3)))
                .extracting(Day::day, Day::since)
                .containsExactly(tuple(FIRST.plusDays(2), FIRST), tuple(FIRST.plusDays(3), FIRST.plusDays(3)));
    }

    @Test
    void noMoreThanAYearIsReadAtATime() {
        Outcome<Revenue> tooMany = ledger.revenue.read(FIRST.minusDays(366), FIRST);

        assertThat(((Outcome.Rejected<Revenue>) tooMany).rejection().code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
        assertThat(days(FIRST.plusDays(1), FIRST)).isEmpty();
        assertThat(days(LocalDate.parse("9999-12-31"), LocalDate.parse("9999-12-31")))
                .isEmpty();
    }
}
