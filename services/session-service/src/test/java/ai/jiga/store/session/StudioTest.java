package ai.jiga.store.session;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.contracts.agent.Provider;
import ai.jiga.store.contracts.session.HireRequest;
import ai.jiga.store.kernel.Admission;
import ai.jiga.store.kernel.Budget;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.session.model.EndReason;
import ai.jiga.store.session.model.SessionStatus;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Sessions of a test, and those that a studio pays for.
class StudioTest {
    private static final UserId STUDIO = UserId.of("studio");
    private static final UserId TESTER = Lounge.PLAYER.inTest();
    private static final Admission PAID_BY_STUDIO =
            new Admission.AsPlayer("key", 1, 1, STUDIO, new Purse(STUDIO, List.of(Budget.unlimited("key-key"))), null);

    private final Lounge lounge = new Lounge();

    @AfterEach
    void close() {
        lounge.close();
    }

    private SessionId hired(UserId player, @Nullable Admission admission) {
        var request = new HireRequest(
                player,
                ListingId.of(Lounge.COACH),
                Lounge.COACH,
                Dof.of(3_600),
                Dof.of(20_000),
                null,
                null,
                null,
                admission,
                null,
                null);
        lounge.payments.give(Purse.of(admission).payerFor(player), 20_000);
        return lounge.sessions.hire(request).orThrow().hired().sessionId();
    }

    private void played(UserId player, SessionId id, Duration time) throws InterruptedException {
        var client = new FakeClient(lounge.process.clock());
        lounge.live.connect(new Caller.User(player, Caller.Role.USER), id, null, client);
        client.next("session_started");
        lounge.pass(time);
    }

    @Test
    void aSessionOfATestEndsAfterTwentyFiveMinutesWhateverIsSetAsideForIt() throws Exception {
        SessionId id = hired(TESTER, null);

        played(TESTER, id, Duration.ofMinutes(25));

        var ended = lounge.read.one(TESTER, id).orThrow();
        assertThat(ended.endReason()).isEqualTo(EndReason.TIME_LIMIT);
        assertThat(ended.dof().consumed()).isEqualTo(Dof.of(1_500));
    }

    @Test
    void theStoresOwnCoachAnswersInATestWhateverAnswersOtherwise() {
        lounge.now(TrialTest.with(lounge.agent(Lounge.COACH), Provider.OPENAI, true, true, Provider.OPENAI));

        assertThat(lounge.read.one(TESTER, hired(TESTER, null)).orThrow().runtime())
                .isEqualTo("builtin");
        assertThat(lounge.view(hired(Lounge.PLAYER, null)).runtime()).isEqualTo("openai");
    }

    @Test
    void ofASessionInATestNobodyIsTold() throws Exception {
        SessionId id = hired(TESTER, null);
        played(TESTER, id, Duration.ofMinutes(1));

        lounge.live.end(id, EndReason.ENDED_BY_PLAYER);
        lounge.process.settleEvents();

        assertThat(lounge.read.one(TESTER, id).orThrow().status()).isEqualTo(SessionStatus.ENDED);
        assertThat(lounge.ended.heard()).doesNotContain(id);
    }

    @Test
    void whatAStudioPaidForIsToldAsItsOwnAndIsNoPlayOfThePlayers() throws Exception {
        SessionId id = hired(Lounge.PLAYER, PAID_BY_STUDIO);
        played(Lounge.PLAYER, id, Duration.ofMinutes(2));

        lounge.live.end(id, EndReason.ENDED_BY_PLAYER);

        assertThat(lounge.ended(id).consumed()).isEqualTo(Dof.of(120));
        assertThat(lounge.ended(id).payerId()).isEqualTo(STUDIO);
        assertThat(lounge.ended(id).studioId()).isEqualTo(STUDIO);
        assertThat(lounge.sessions.findOf(Lounge.PLAYER, id).orElseThrow().consumed())
                .as("what a review stands on")
                .isEqualTo(Dof.ZERO);
    }
}
