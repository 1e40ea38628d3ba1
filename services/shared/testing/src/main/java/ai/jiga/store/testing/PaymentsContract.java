package ai.jiga.store.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.commits.Commit;
import ai.jiga.store.contracts.transaction.HoldRequest;
import ai.jiga.store.contracts.transaction.Payments;
import ai.jiga.store.contracts.transaction.Settlement;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.wiring.Foundation;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What [Payments] promises, whoever keeps the books.
public abstract class PaymentsContract {
    private static final UserId PAYER = UserId.of("payer");
    private static final UserId OWNER = UserId.of("owner");
    private static final AgentId AGENT = AgentId.of("agent");
    private static final SessionId SESSION = SessionId.of("session-1");
    private static final TransactionId CHARGE = TransactionId.of("charge-1");

    protected abstract Payments payments();

    /// Of the process that pays, and of the ledger where that is in the same one.
    protected abstract Foundation foundation();

    protected abstract void give(UserId user, long dof);

    protected abstract long available(UserId user);

    private static HoldRequest request(long amount) {
        return new HoldRequest(SESSION, PAYER, AGENT, OWNER, OWNER, HoldRequest.Kind.HIRED, Dof.of(amount));
    }

    private static ErrorCode refusal(Outcome<?> outcome) {
        return ((Outcome.Rejected<?>) outcome).rejection().code();
    }

    final <R> R commit(Function<Commit, R> body) {
        return Commit.in(foundation().store(), foundation().outbox("payer"), body);
    }

    final Payments.Joined joined() {
        return payments().joined().orElseThrow();
    }

    @Test
    void whatIsHeldTwiceIsHeldOnce() {
        give(PAYER, 1_000);
        var first = payments().hold(request(400)).orThrow();
        assertThat(payments().hold(request(400)).orThrow()).isEqualTo(first);
        assertThat(payments().findHold(SESSION)).contains(first);
        assertThat(available(PAYER)).isEqualTo(600);
    }

    @Test
    void whatTheWalletDoesNotCoverIsRefusedAndLeavesNothing() {
        give(PAYER, 399);
        assertThat(refusal(payments().hold(request(400)))).isEqualTo(ErrorCode.INSUFFICIENT_DOFS);
        assertThat(payments().findHold(SESSION)).isEmpty();
        give(PAYER, 1);
        assertThat(payments().hold(request(400))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void anotherAmountForTheSameSessionIsADefect() {
        give(PAYER, 1_000);
        payments().hold(request(400)).orThrow();
        assertThatThrownBy(() -> payments().hold(request(401))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHoldIsSettledOnceAndTheFirstSettlementIsAnsweredEverAfter() {
        give(PAYER, 1_000);
        payments().hold(request(400)).orThrow();
        Settlement first = payments().settle(SESSION, Dof.of(100));
        assertThat(payments().settle(SESSION, Dof.of(300))).isEqualTo(first);
        assertThat(first.consumed()).isEqualTo(Dof.of(100));
        assertThat(first.released()).isEqualTo(Dof.of(300));
        assertThat(available(PAYER)).isEqualTo(900);
    }

    @Test
    void nobodyIsChargedMoreThanIsHeld() {
        give(PAYER, 1_000);
        payments().hold(request(400)).orThrow();
        assertThatThrownBy(() -> payments().settle(SESSION, Dof.of(401))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> payments().settle(SessionId.of("unknown"), Dof.of(1)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(available(PAYER)).isEqualTo(600);
    }

    @Test
    void whatIsVoidedComesBackAndWhatIsSettledStaysSettled() {
        give(PAYER, 1_000);
        payments().hold(request(400)).orThrow();
        payments().voidHold(SESSION);
        payments().voidHold(SESSION);
        assertThat(available(PAYER)).isEqualTo(1_000);
        assertThat(payments().settle(SESSION, Dof.of(100)).consumed()).isEqualTo(Dof.ZERO);
        assertThat(available(PAYER)).isEqualTo(1_000);
    }

    @Test
    void whatIsVoidedBeforeItIsHeldIsNeverHeld() {
        give(PAYER, 1_000);
        payments().voidHold(SESSION);
        assertThat(refusal(payments().hold(request(400)))).isEqualTo(ErrorCode.SESSION_ENDED);
        assertThat(available(PAYER)).isEqualTo(1_000);
    }

    @Test
    void heldAndSettledByManyAtOnceItHappensOnce() {
        give(PAYER, 1_000);
        IntStream.range(0, 8)
                .parallel()
                .forEach(_ -> payments().hold(request(400)).orThrow());
        assertThat(available(PAYER)).isEqualTo(600);
        IntStream.range(0, 8).parallel().forEach(n -> payments().settle(SESSION, Dof.of(n)));
        long consumed = payments().settle(SESSION, Dof.ZERO).consumed().amount();
        assertThat(available(PAYER)).isEqualTo(1_000 - consumed);
    }

    @Test
    void aChargeIsMadeOnce() {
        give(PAYER, 1_000);
        var first = payments()
                .chargeForVariant(CHARGE, PAYER, AGENT, Dof.of(700), Purse.OWN)
                .orThrow();
        assertThat(payments()
                        .chargeForVariant(CHARGE, PAYER, AGENT, Dof.of(700), Purse.OWN)
                        .orThrow())
                .isEqualTo(first);
        assertThat(payments().findCharge(CHARGE)).contains(first);
        assertThat(refusal(payments()
                        .chargeForVariant(TransactionId.of("charge-2"), PAYER, AGENT, Dof.of(700), Purse.OWN)))
                .isEqualTo(ErrorCode.INSUFFICIENT_DOFS);
        assertThat(available(PAYER)).isEqualTo(300);
    }

    /// For a ledger in the process of whoever pays.
    public abstract static class InOneProcess extends PaymentsContract {
        @Test
        void aHoldWithinACommitThatFailsIsNone() {
            give(PAYER, 1_000);
            var holding = joined().holding(request(400));
            assertThatThrownBy(() -> commit(commit -> {
                        holding.in(commit).orThrow();
                        throw new IllegalStateException("changed its mind");
                    }))
                    .hasMessage("changed its mind");
            assertThat(payments().findHold(SESSION)).isEmpty();
            assertThat(available(PAYER)).isEqualTo(1_000);
        }

        @Test
        void aHoldWithinACommitIsTheOneThatCallsAnswer() {
            give(PAYER, 1_000);
            var hold = commit(joined().holding(request(400))::in).orThrow();
            assertThat(payments().hold(request(400)).orThrow()).isEqualTo(hold);
            assertThat(available(PAYER)).isEqualTo(600);
        }

        @Test
        void aSettlementWithinACommitIsTheOneThatCallsAnswer() {
            give(PAYER, 1_000);
            payments().hold(request(400)).orThrow();
            var settling = joined().settling(SESSION);
            Settlement settled = commit(commit -> settling.in(commit, Dof.of(150)));
            assertThat(payments().settle(SESSION, Dof.of(1))).isEqualTo(settled);
            assertThat(available(PAYER)).isEqualTo(850);
        }

        @Test
        void aRefusalWithinACommitLeavesTheRestToTheCommit() {
            var holding = joined().holding(request(400));
            assertThat(refusal(commit(holding::in))).isEqualTo(ErrorCode.INSUFFICIENT_DOFS);
        }
    }
}
