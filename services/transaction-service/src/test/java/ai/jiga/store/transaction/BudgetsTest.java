package ai.jiga.store.transaction;

import static ai.jiga.store.transaction.Ledger.OWNER;
import static ai.jiga.store.transaction.Ledger.PLAYER;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.contracts.transaction.Hold;
import ai.jiga.store.contracts.transaction.HoldRequest;
import ai.jiga.store.kernel.Budget;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.transaction.model.LedgerCollections;
import ai.jiga.store.transaction.model.Spent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Spending in the name of a key or a studio's player, which may have its limits.
class BudgetsTest {
    private static final String KEY = "key-1";

    private final Ledger ledger = new Ledger();

    @BeforeEach
    void fund() {
        ledger.fund(PLAYER, 1_000_000);
        ledger.register(OWNER);
    }

    @AfterEach
    void close() {
        ledger.assertSound();
        ledger.close();
    }

    private static Purse purse(
            @Nullable Long day, @Nullable Long month, @Nullable Long total, @Nullable Long inFlight) {
        return new Purse(null, List.of(new Budget(KEY, dof(day), dof(month), dof(total), dof(inFlight))));
    }

    private static @Nullable Dof dof(@Nullable Long amount) {
        return amount == null ? null : Dof.of(amount);
    }

    private Outcome<Hold> hold(SessionId session, long amount, Purse purse) {
        return ledger.payments.hold(new HoldRequest(
                session, PLAYER, Ledger.AGENT, OWNER, OWNER, HoldRequest.Kind.HIRED, Dof.of(amount), purse));
    }

    private Outcome<Hold> hold(long amount, Purse purse) {
        return hold(ledger.newSession(), amount, purse);
    }

    private static Rejection refusal(Outcome<?> outcome) {
        return ((Outcome.Rejected<?>) outcome).rejection();
    }

    private Spent spent() {
        return ledger.process
                .store()
                .get(LedgerCollections.SPENT.id(KEY))
                .orElseThrow()
                .value();
    }

    @Test
    void whatHasNoRoomIsRefusedByTheNameOfItsBudget() {
        assertThat(hold(600, purse(1_000L, null, null, null))).isInstanceOf(Outcome.Done.class);

        Rejection refused = refusal(hold(401, purse(1_000L, null, null, null)));

        assertThat(refused.code()).isEqualTo(ErrorCode.BUDGET_EXCEEDED);
        assertThat(refused.extra()).isEqualTo(Map.of("budget", "day", "limit", 1_000L, "used", 600L, "required", 401L));
        assertThat(ledger.available(PLAYER)).isEqualTo(1_000_000 - 600);
        assertThat(hold(400, purse(1_000L, null, null, null))).isInstanceOf(Outcome.Done.class);
        assertThat(refusal(hold(1, purse(null, 1_000L, null, null))).extra()).containsEntry("budget", "month");
        assertThat(refusal(hold(1, purse(null, null, 1_000L, null))).extra()).containsEntry("budget", "total");
        assertThat(refusal(hold(1, purse(null, null, null, 1_000L))).extra()).containsEntry("budget", "inFlight");
    }

    @Test
    void whatComesBackHasRoomAgain() {
        SessionId session = ledger.newSession();
        hold(session, 1_000, purse(1_000L, null, null, null)).orThrow();

        ledger.payments.settle(session, Dof.of(300));

        assertThat(spent()).isEqualTo(new Spent(KEY, day(), Dof.of(300), Dof.of(300), Dof.of(300), Dof.ZERO));
        assertThat(hold(700, purse(1_000L, null, null, null))).isInstanceOf(Outcome.Done.class);
        assertThat(hold(1, purse(1_000L, null, null, null))).isInstanceOf(Outcome.Rejected.class);
    }

    @Test
    void aHoldThatIsVoidedWasNeverSpent() {
        SessionId session = ledger.newSession();
        hold(session, 1_000, purse(1_000L, null, null, null)).orThrow();

        ledger.payments.voidHold(session);
        ledger.payments.voidHold(session);

        assertThat(spent().today()).isEqualTo(Dof.ZERO);
        assertThat(spent().total()).isEqualTo(Dof.ZERO);
        assertThat(spent().inFlight()).isEqualTo(Dof.ZERO);
    }

    @Test
    void anotherDayBeginsAtNothingAndTheMonthGoesOn() {
        assertThat(hold(600, purse(1_000L, null, null, null))).isInstanceOf(Outcome.Done.class);
        Instant tomorrow = ledger.process.clock().instant().plus(Duration.ofDays(1));
        assertThat(tomorrow.toString())
                .as("the test's clock stands within a month")
                .doesNotContain("-01T");

        ledger.process.clock().advance(Duration.ofDays(1));

        assertThat(hold(1_000, purse(1_000L, null, null, null))).isInstanceOf(Outcome.Done.class);
        assertThat(spent().thisMonth()).isEqualTo(Dof.of(1_600));
        assertThat(refusal(hold(1, purse(null, 1_600L, null, null))).extra()).containsEntry("budget", "month");
    }

    @Test
    void whatWasSetAsideYesterdayGivesNothingBackToToday() {
        SessionId session = ledger.newSession();
        hold(session, 600, purse(1_000L, null, null, null)).orThrow();
        ledger.process.clock().advance(Duration.ofDays(1));
        hold(500, purse(1_000L, null, null, null)).orThrow();

        ledger.payments.settle(session, Dof.of(100));

        assertThat(spent().today()).isEqualTo(Dof.of(500));
        assertThat(spent().thisMonth()).isEqualTo(Dof.of(600));
        assertThat(spent().total()).isEqualTo(Dof.of(600));
        assertThat(spent().inFlight()).isEqualTo(Dof.of(500));
    }

    @Test
    void anotherMonthBeginsAtNothingAndTheTotalGoesOn() {
        hold(600, purse(null, 1_000L, null, null)).orThrow();

        ledger.process.clock().advance(Duration.ofDays(31));

        hold(1_000, purse(null, 1_000L, null, null)).orThrow();
        assertThat(spent().thisMonth()).isEqualTo(Dof.of(1_000));
        assertThat(spent().total()).isEqualTo(Dof.of(1_600));
    }

    @Test
    void whatWasSetAsideInAnotherMonthGivesNothingBackToThisOne() {
        SessionId session = ledger.newSession();
        hold(session, 600, purse(null, 1_000L, null, null)).orThrow();
        ledger.process.clock().advance(Duration.ofDays(31));
        hold(1_000, purse(null, 1_000L, null, null)).orThrow();

        ledger.payments.settle(session, Dof.of(100));

        assertThat(spent().thisMonth()).isEqualTo(Dof.of(1_000));
        assertThat(hold(1, purse(null, 1_000L, null, null))).isInstanceOf(Outcome.Rejected.class);
    }

    @Test
    void aClockThatIsBehindGivesNoRoom() {
        hold(1_000, purse(1_000L, null, null, null)).orThrow();

        ledger.process.clock().advance(Duration.ofDays(-1));

        assertThat(hold(1, purse(1_000L, null, null, null))).isInstanceOf(Outcome.Rejected.class);
    }

    @Test
    void ofTwoBudgetsBothMustHaveRoom() {
        var both = new Purse(
                null,
                List.of(
                        new Budget(KEY, Dof.of(1_000), null, null, null),
                        new Budget("player-1", null, null, Dof.of(100), null)));

        assertThat(refusal(hold(101, both)).extra()).containsEntry("budget", "total");
        assertThat(ledger.process.store().get(LedgerCollections.SPENT.id(KEY))).isEmpty();

        hold(100, both).orThrow();
        assertThat(spent().today()).isEqualTo(Dof.of(100));
    }

    @Test
    void aPlayerIsToldOfTheCapAndNotOfWhatTheStudioHas() {
        var cap = new Budget("player-1", Dof.of(5_000_000), null, null, null);
        var key = new Budget(KEY, Dof.of(2_000_000), null, null, null);

        Rejection poor = refusal(hold(1_500_000, new Purse(PLAYER, List.of(key, cap))));
        assertThat(poor.code()).isEqualTo(ErrorCode.INSUFFICIENT_DOFS);
        assertThat(poor.extra()).isEmpty();
        Rejection bounded = refusal(hold(2_500_000, new Purse(PLAYER, List.of(key, cap))));
        assertThat(bounded.code()).isEqualTo(ErrorCode.BUDGET_EXCEEDED);
        assertThat(bounded.extra()).isEmpty();
        assertThat(refusal(hold(5_500_000, new Purse(PLAYER, List.of(cap)))).extra())
                .containsEntry("limit", 5_000_000L);
    }

    @Test
    void holdsThatRaceNeverGoPastABudget() throws InterruptedException {
        List<Outcome<Hold>> outcomes = AtOnce.times(8, i -> () -> hold(300, purse(1_000L, null, null, null)));

        assertThat(outcomes).filteredOn(o -> o instanceof Outcome.Done).hasSize(3);
        assertThat(spent().today()).isEqualTo(Dof.of(900));
        assertThat(spent().inFlight()).isEqualTo(Dof.of(900));
    }

    @Test
    void theSameHoldAgainIsSpentOnce() {
        SessionId session = ledger.newSession();
        hold(session, 600, purse(1_000L, null, null, null)).orThrow();
        hold(session, 600, purse(1_000L, null, null, null)).orThrow();

        assertThat(spent().today()).isEqualTo(Dof.of(600));
    }

    @Test
    void variantsAndTransfersAreSpentToo() {
        Purse purse = purse(2_000L, null, null, null);
        ledger.payments
                .chargeForVariant(TransactionId.of("var-1"), PLAYER, Ledger.AGENT, Dof.of(500), purse)
                .orThrow();
        ledger.transfers
                .transfer(PLAYER, OWNER, Dof.of(1_000), null, purse, null)
                .outcome()
                .orThrow();

        assertThat(spent().today()).isEqualTo(Dof.of(500 + 1_100));
        assertThat(spent().inFlight()).isEqualTo(Dof.ZERO);
        assertThat(refusal(ledger.transfers
                                .transfer(PLAYER, OWNER, Dof.of(400), null, purse, null)
                                .outcome())
                        .code())
                .isEqualTo(ErrorCode.BUDGET_EXCEEDED);
    }

    @Test
    void whatAnOwnerPaysForComesBackToNobody() {
        ledger.fund(OWNER, 10_000);
        SessionId session = ledger.newSession();
        ledger.payments
                .hold(new HoldRequest(
                        session,
                        OWNER,
                        Ledger.AGENT,
                        OWNER,
                        OWNER,
                        HoldRequest.Kind.HIRED,
                        Dof.of(1_000),
                        new Purse(OWNER, List.of())))
                .orThrow();

        var settled = ledger.payments.settle(session, Dof.of(1_000));

        assertThat(settled.distribution().owner()).isEqualTo(Dof.ZERO);
        assertThat(settled.distribution().platform()).isEqualTo(Dof.of(1_000));
    }

    private String day() {
        return ledger.process.clock().instant().toString().substring(0, 10);
    }
}
