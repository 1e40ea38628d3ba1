package ai.jiga.store.session;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.contracts.session.Hired;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.RequestKey;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.session.model.SessionStatus;
import ai.jiga.store.session.model.SessionType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StartingTest {
    static final RequestKey KEY = new RequestKey("key", "body");

    Lounge lounge() {
        return new Lounge();
    }

    @Test
    void aHireSetsTheAllocationAsideAndAwaitsItsPlayer() {
        try (var lounge = lounge()) {
            Hired hired = lounge.hire(Lounge.COACH, 10_000, null).orThrow().hired();

            assertThat(lounge.payments.available(Lounge.PLAYER)).isEqualTo(990_000);
            assertThat(hired.status()).isEqualTo("active");
            assertThat(hired.contract().estimatedHours()).isEqualByComparingTo("2.77");
            assertThat(hired.connection().websocketUrl()).startsWith("ws://store.test/ws/session/");
            assertThat(lounge.view(hired.sessionId()).dof().consumed()).isEqualTo(Dof.ZERO);
        }
    }

    @Test
    void aHireThatThePlayerCannotPayLeavesNothingBehind() {
        try (var lounge = lounge()) {
            lounge.payments.leave(Lounge.PLAYER, 100);

            assertThat(code(lounge.hire(Lounge.COACH, 10_000, null))).isEqualTo(ErrorCode.INSUFFICIENT_DOFS);

            lounge.payments.leave(Lounge.PLAYER, 10_000);
            assertThat(lounge.hire(Lounge.COACH, 10_000, null)).isInstanceOf(Outcome.Done.class);
        }
    }

    @Test
    void theSameKeyAgainAnswersTheSameSessionWithANewTicket() {
        try (var lounge = lounge()) {
            Hired.Result first = lounge.hire(Lounge.COACH, 10_000, KEY).orThrow();
            Hired.Result again = lounge.hire(Lounge.COACH, 10_000, KEY).orThrow();

            assertThat(first.replayed()).isFalse();
            assertThat(again.replayed()).isTrue();
            assertThat(again.hired().withConnection(first.hired().connection())).isEqualTo(first.hired());
            assertThat(again.hired().connection().ticket())
                    .isNotEqualTo(first.hired().connection().ticket());
            assertThat(lounge.payments.available(Lounge.PLAYER)).isEqualTo(990_000);
        }
    }

    @Test
    void afterARefusalForWantOfDofTheSameKeyTriesAgain() {
        try (var lounge = lounge()) {
            lounge.payments.leave(Lounge.PLAYER, 100);
            assertThat(code(lounge.hire(Lounge.COACH, 10_000, KEY))).isEqualTo(ErrorCode.INSUFFICIENT_DOFS);
            lounge.payments.leave(Lounge.PLAYER, 100_000);

            var again = lounge.hire(Lounge.COACH, 10_000, KEY).orThrow();
            var replayed = lounge.hire(Lounge.COACH, 10_000, KEY).orThrow();

            assertThat(again.replayed()).isFalse();
            assertThat(replayed.hired().sessionId()).isEqualTo(again.hired().sessionId());
            assertThat(lounge.payments.available(Lounge.PLAYER)).isEqualTo(90_000);
        }
    }

    @Test
    void whoAskedBeforeGetsTheAnswerOfThenWhateverIsToBeSaidAgainstItNow() {
        try (var lounge = lounge()) {
            SessionId first =
                    lounge.hire(Lounge.COACH, 10_000, KEY).orThrow().hired().sessionId();
            var closed = Rejection.of(ErrorCode.LISTING_NOT_HIRABLE, "closed");

            assertThat(lounge.sessions
                            .hire(lounge.against(closed, Lounge.COACH, 10_000, KEY))
                            .orThrow()
                            .hired()
                            .sessionId())
                    .isEqualTo(first);
            assertThat(code(lounge.sessions.hire(
                            lounge.against(closed, Lounge.PLAIN, 10_000, new RequestKey("other", "body")))))
                    .isEqualTo(ErrorCode.LISTING_NOT_HIRABLE);
            assertThat(lounge.payments.available(Lounge.PLAYER)).isEqualTo(990_000);
        }
    }

    @Test
    void theSameKeyForAnotherRequestIsRefused() {
        try (var lounge = lounge()) {
            lounge.hire(Lounge.COACH, 10_000, KEY);

            assertThat(code(lounge.hire(Lounge.COACH, 20_000, new RequestKey("key", "other body"))))
                    .isEqualTo(ErrorCode.IDEMPOTENCY_KEY_MISMATCH);
        }
    }

    @Test
    void aSecondSessionWithTheSameAgentIsRefused() {
        try (var lounge = lounge()) {
            SessionId first = lounge.hired(Lounge.COACH, 10_000);

            Outcome<Hired.Result> second = lounge.hire(Lounge.COACH, 10_000, null);

            assertThat(code(second)).isEqualTo(ErrorCode.SESSION_ALREADY_ACTIVE);
            assertThat(((Outcome.Rejected<Hired.Result>) second).rejection().extra())
                    .containsEntry("sessionId", first.value());
        }
    }

    @Test
    void aFourthSessionAtOnceIsRefused() {
        try (var lounge = lounge()) {
            IntStream.rangeClosed(1, 3).forEach(i -> lounge.hired(AgentId.of("agent-" + i), 10_000));

            assertThat(code(lounge.hire(AgentId.of("agent-4"), 10_000, null))).isEqualTo(ErrorCode.TOO_MANY_SESSIONS);
            assertThat(lounge.payments.available(Lounge.PLAYER)).isEqualTo(970_000);
        }
    }

    @Test
    void ofManyHiresAtOnceOneWins() throws Exception {
        try (var lounge = lounge()) {
            List<Outcome<Hired.Result>> outcomes = atOnce(8, () -> lounge.hire(Lounge.COACH, 10_000, null));

            assertThat(outcomes).filteredOn(o -> o instanceof Outcome.Done).hasSize(1);
            assertThat(lounge.payments.available(Lounge.PLAYER)).isEqualTo(990_000);
        }
    }

    @Test
    void manyRequestsWithOneKeyAtOnceAreOneHire() throws Exception {
        try (var lounge = lounge()) {
            List<Outcome<Hired.Result>> outcomes = atOnce(8, () -> lounge.hire(Lounge.COACH, 10_000, KEY));

            assertThat(outcomes.stream()
                            .map(o -> o.orThrow().hired().sessionId())
                            .distinct())
                    .hasSize(1);
            assertThat(lounge.payments.available(Lounge.PLAYER)).isEqualTo(990_000);
        }
    }

    @Test
    void aHireThatNobodyConnectsToEndsAfterTenMinutesAndCostsNothing() {
        try (var lounge = lounge()) {
            SessionId id = lounge.hired(Lounge.COACH, 10_000);

            lounge.pass(Duration.ofMinutes(10));

            assertThat(lounge.view(id).status()).isEqualTo(SessionStatus.EXPIRED);
            assertThat(lounge.payments.available(Lounge.PLAYER)).isEqualTo(1_000_000);
            assertThat(lounge.hire(Lounge.COACH, 10_000, null)).isInstanceOf(Outcome.Done.class);
        }
    }

    @Test
    void aSessionHiredForLaterCannotBeConnectedToBefore() throws Exception {
        try (var lounge = lounge()) {
            var soon = lounge.process.clock().instant().plus(Duration.ofHours(1));
            SessionId id = lounge.sessions
                    .hire(lounge.request(Lounge.COACH, 10_000, soon, null))
                    .orThrow()
                    .hired()
                    .sessionId();
            var early = new FakeClient(lounge.process.clock());
            lounge.line(id, early);

            assertThat(early.next("error").at("/data/code").asText()).isEqualTo("SESSION_NOT_STARTED");

            lounge.pass(Duration.ofMinutes(61));
            lounge.connect(id);
            assertThat(lounge.view(id).status()).isEqualTo(SessionStatus.ACTIVE);
        }
    }

    @Test
    void aTrialIsFreeAndOncePerAgent() throws Exception {
        try (var lounge = lounge()) {
            var player = new Caller.User(Lounge.PLAYER, Caller.Role.USER);
            SessionId id = lounge.own
                    .start(player, Lounge.COACH, SessionType.TRIAL, null, null, null)
                    .outcome()
                    .orThrow()
                    .sessionId();
            lounge.connect(id);
            lounge.live.end(id, ai.jiga.store.session.model.EndReason.ENDED_BY_PLAYER);

            assertThat(code(lounge.own
                            .start(player, Lounge.COACH, SessionType.TRIAL, null, null, null)
                            .outcome()))
                    .isEqualTo(ErrorCode.TRIAL_ALREADY_USED);
            assertThat(lounge.payments.available(Lounge.PLAYER)).isEqualTo(1_000_000);
        }
    }

    @Test
    void onlyTheOwnerHasAnOwnedSession() {
        try (var lounge = lounge()) {
            var player = new Caller.User(Lounge.PLAYER, Caller.Role.USER);
            var owner = new Caller.User(Lounge.OWNER, Caller.Role.USER);

            assertThat(code(lounge.own
                            .start(player, Lounge.COACH, SessionType.OWNED, Dof.of(10_000), null, null)
                            .outcome()))
                    .isEqualTo(ErrorCode.NOT_YOUR_AGENT);
            assertThat(code(lounge.own
                            .start(owner, Lounge.COACH, SessionType.OWNED, Dof.of(299), null, null)
                            .outcome()))
                    .isEqualTo(ErrorCode.ALLOCATION_TOO_SMALL);
            assertThat(lounge.own
                            .start(owner, Lounge.COACH, SessionType.OWNED, Dof.of(300), null, null)
                            .outcome())
                    .isInstanceOf(Outcome.Done.class);
        }
    }

    private static ErrorCode code(Outcome<?> outcome) {
        return ((Outcome.Rejected<?>) outcome).rejection().code();
    }

    private static <T> List<T> atOnce(int n, Callable<T> call) throws Exception {
        var barrier = new CyclicBarrier(n);
        try (var threads = Executors.newFixedThreadPool(n)) {
            List<Future<T>> running = IntStream.range(0, n)
                    .mapToObj(i -> threads.submit(() -> {
                        barrier.await();
                        return call.call();
                    }))
                    .toList();
            var results = new java.util.ArrayList<T>();
            for (Future<T> each : running) {
                results.add(each.get());
            }
            return results;
        }
    }
}
