package ai.jiga.store.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.RejectedException;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.session.live.LiveSessions;
import ai.jiga.store.session.model.EndReason;
import ai.jiga.store.session.model.Session;
import ai.jiga.store.session.model.SessionCollections;
import ai.jiga.store.session.model.SessionStatus;
import ai.jiga.store.session.usecase.KeepLease;
import ai.jiga.store.session.usecase.SessionView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class EndingTest {
    Lounge lounge() {
        return new Lounge();
    }

    @Test
    void endingReturnsWhatWasNotUsed() throws Exception {
        try (var lounge = lounge()) {
            SessionId id = lounge.hired(Lounge.COACH, 10_000);
            FakeClient client = lounge.connect(id);
            lounge.pass(Duration.ofSeconds(100));

            Session ended = lounge.live.end(id, EndReason.ENDED_BY_PLAYER);

            assertThat(ended.consumed(Dof.ZERO, lounge.process.clock().instant()))
                    .isEqualTo(Dof.of(100));
            assertThat(client.next("session_ended").at("/data/released").asLong())
                    .isEqualTo(9_900);
            assertThat(client.closed()).contains(1000);
            assertThat(lounge.payments.available(Lounge.PLAYER)).isEqualTo(999_900);
            assertThat(lounge.view(id).settlement()).isEqualTo(SessionView.SettlementState.SETTLED);
        }
    }

    @Test
    void endedByManyAtOnceItIsPaidOnceAndAllAreToldTheSame() throws Exception {
        try (var lounge = lounge()) {
            SessionId id = lounge.hired(Lounge.COACH, 10_000);
            lounge.connect(id);
            lounge.pass(Duration.ofSeconds(100));
            int n = 6;
            var barrier = new CyclicBarrier(n);
            List<Session> ends = new ArrayList<>();
            try (var threads = Executors.newFixedThreadPool(n)) {
                List<Future<Session>> running = new ArrayList<>();
                for (int i = 0; i < n; i++) {
                    running.add(threads.submit(() -> {
                        barrier.await();
                        return lounge.live.end(id, EndReason.ENDED_BY_PLAYER);
                    }));
                }
                for (Future<Session> each : running) {
                    ends.add(each.get());
                }
            }

            assertThat(ends.stream().map(Session::settlement).distinct()).hasSize(1);
            assertThat(lounge.payments.available(Lounge.PLAYER)).isEqualTo(999_900);
        }
    }

    @Test
    void theReceiptIsVerifiableWithThePublicKeysAlone() throws Exception {
        try (var lounge = lounge()) {
            SessionId id = lounge.hired(Lounge.COACH, 10_000);
            lounge.connect(id);
            lounge.pass(Duration.ofSeconds(7));
            lounge.live.end(id, EndReason.ENDED_BY_PLAYER);

            var receipt = lounge.read.receipt(Lounge.PLAYER, id).orThrow();

            assertThat(lounge.verified(receipt.receipt()))
                    .get()
                    .asString()
                    .contains("\"consumed\":7")
                    .contains(id.value());
            assertThat(receipt.keyId()).isEqualTo(lounge.keys.keyId());
            assertThat(lounge.read.receipt(Lounge.PLAYER, id).orThrow()).isEqualTo(receipt);
        }
    }

    @Test
    void aReceiptThatNobodyAskedForIsKeptBeforeItsSessionGoes() throws Exception {
        try (var lounge = lounge()) {
            SessionId id = lounge.hired(Lounge.COACH, 10_000);
            lounge.connect(id);
            lounge.pass(Duration.ofSeconds(7));
            lounge.live.end(id, EndReason.ENDED_BY_PLAYER);
            var receipt = SessionCollections.receipt(id);

            lounge.pass(Duration.ofDays(363));
            assertThat(lounge.process.store().get(receipt)).isEmpty();
            lounge.pass(Duration.ofDays(1));

            assertThat(lounge.verified(lounge.process
                            .store()
                            .get(receipt)
                            .orElseThrow()
                            .value()
                            .receipt()))
                    .get()
                    .asString()
                    .contains("\"consumed\":7");
        }
    }

    @Test
    void whoeverSignsOutIsHungUpOnAndFindsTheSessionWhereItStood() throws Exception {
        try (var lounge = lounge()) {
            SessionId id = lounge.hired(Lounge.COACH, 10_000);
            FakeClient client = lounge.connect(id);
            lounge.pass(Duration.ofSeconds(7));

            // Whichever look at the clock finds it, it is the same moment.
            client.signOut();
            lounge.live.tick();
            assertThat(client.next("error").at("/data/code").asText()).isEqualTo("INVALID_TOKEN");
            Eventually.holds(() -> lounge.live.count() == 0);
            assertThat(client.closed()).contains(4003);
            lounge.pass(Duration.ofMinutes(5));

            assertThat(lounge.view(id).status()).isEqualTo(SessionStatus.PAUSED);
            assertThat(lounge.view(id).dof().consumed()).isEqualTo(Dof.of(7));
            lounge.connect(id);
            assertThat(lounge.view(id).status()).isEqualTo(SessionStatus.ACTIVE);
        }
    }

    @Test
    void theSecondOfTwoClientsTakesTheSessionOver() throws Exception {
        try (var lounge = lounge()) {
            SessionId id = lounge.hired(Lounge.COACH, 10_000);
            FakeClient first = lounge.connect(id);

            FakeClient second = lounge.connect(id);

            assertThat(first.next("error").at("/data/code").asText()).isEqualTo("CONNECTED_ELSEWHERE");
            assertThat(second.closed()).isEmpty();
            lounge.pass(Duration.ofSeconds(10));
            assertThat(lounge.view(id).dof().consumed()).isEqualTo(Dof.of(10));
        }
    }

    @Test
    void theSessionOfADeadNodeIsChargedUntilItsLastSignOfLifeAndGoesOnElsewhere() throws Exception {
        try (var lounge = lounge()) {
            SessionId id = lounge.hired(Lounge.COACH, 10_000);
            FakeClient first = lounge.connect(id);
            lounge.process.clock().advance(Duration.ofSeconds(40));
            lounge.lease.renew();
            lounge.process.clock().advance(Duration.ofSeconds(60));

            KeepLease other = lounge.node("node-2");
            other.renew();
            assertThat(other.takeOver()).isEqualTo(1);
            try (var elsewhere = lounge.liveOn(other)) {
                var asleep = lounge.live;
                lounge.live = elsewhere;
                lounge.connect(id);
                lounge.pass(Duration.ofSeconds(5));

                assertThat(lounge.view(id).dof().consumed()).isEqualTo(Dof.of(45));
                asleep.tick();
                asleep.close();
                assertThat(first.closed()).isPresent();
                assertThat(lounge.view(id).status()).isEqualTo(SessionStatus.ACTIVE);
            }
        }
    }

    @Test
    void aNodeThatSleptPastItsLeaseChargesNothingMoreThoughItRenewsIt() throws Exception {
        try (var lounge = lounge()) {
            SessionId id = lounge.hired(Lounge.COACH, 10_000);
            var client = new FakeClient(lounge.process.clock());
            LiveSessions.Line line = lounge.line(id, client);
            client.next("session_started");
            lounge.process.clock().advance(Duration.ofMinutes(1));
            KeepLease other = lounge.node("node-2");
            other.renew();
            assertThat(other.takeOver()).isEqualTo(1);

            lounge.lease.renew();
            line.said(Lounge.text(1, "chat"));

            assertThat(client.next("error").at("/data/code").asText()).isEqualTo("CONNECTED_ELSEWHERE");
            assertThat(lounge.view(id).dof().consumed()).isEqualTo(Dof.ZERO);
        }
    }

    @Test
    void whoEndsASessionThatAnotherServerHoldsIsAskedToTryAgainUntilThatServersLeaseHasRunOut() throws Exception {
        try (var lounge = lounge()) {
            SessionId id = lounge.hired(Lounge.COACH, 10_000);
            lounge.connect(id);
            lounge.lease.renew();
            lounge.pass(Duration.ofSeconds(5));
            try (var elsewhere = lounge.liveOn(lounge.node("node-2"))) {
                assertThatThrownBy(() -> elsewhere.end(id, EndReason.ENDED_BY_PLAYER))
                        .isInstanceOfSatisfying(
                                RejectedException.class,
                                refused ->
                                        assertThat(refused.rejection().code()).isEqualTo(ErrorCode.UNAVAILABLE));

                lounge.process.clock().advance(Duration.ofMinutes(1));
                assertThat(elsewhere.end(id, EndReason.ENDED_BY_PLAYER).ending())
                        .isNotNull();
            }
        }
    }

    @Test
    void theEndTellsHowManyActionsWereAnsweredOverReconnectsTakeoversAndRepeats() throws Exception {
        try (var lounge = lounge()) {
            SessionId id = lounge.hired(Lounge.COACH, 10_000);
            var client = new FakeClient(lounge.process.clock());
            var line = lounge.line(id, client);
            line.said(Lounge.text(1, "chat"));
            line.said(Lounge.text(2, "nothing"));
            line.said(Lounge.text(3, "fail"));
            line.said(Lounge.text(1, "chat"));
            client.settled(1);
            client.settled(3);
            lounge.process.clock().advance(Duration.ofMinutes(1));

            KeepLease other = lounge.node("node-2");
            other.renew();
            other.takeOver();
            lounge.live.close();
            lounge.live = lounge.liveOn(other);
            var back = new FakeClient(lounge.process.clock());
            lounge.line(id, back).said(Lounge.text(4, "sound"));
            back.settled(4);
            lounge.live.end(id, EndReason.ENDED_BY_PLAYER);

            assertThat(lounge.ended(id).answered()).isEqualTo(2);
            assertThat(lounge.ended(id).failed()).isFalse();
        }
    }

    @Test
    void theEndTellsThatTheLastThingAskedForFailed() throws Exception {
        try (var lounge = lounge()) {
            SessionId id = lounge.hired(Lounge.COACH, 10_000);
            var client = new FakeClient(lounge.process.clock());
            var line = lounge.line(id, client);
            line.said(Lounge.text(1, "chat"));
            line.said(Lounge.text(2, "fail"));
            client.settled(2);

            lounge.live.end(id, EndReason.ENDED_BY_PLAYER);

            assertThat(lounge.ended(id).failed()).isTrue();
            assertThat(lounge.ended(id).answered()).isEqualTo(1);
        }
    }

    @Test
    void aStoreThatStopsPausesItsSessions() throws Exception {
        try (var lounge = lounge()) {
            SessionId id = lounge.hired(Lounge.COACH, 10_000);
            FakeClient client = lounge.connect(id);
            lounge.pass(Duration.ofSeconds(12));

            lounge.live.close();
            lounge.process.clock().advance(Duration.ofMinutes(2));

            assertThat(client.closed()).contains(1012);
            assertThat(lounge.view(id).status()).isEqualTo(SessionStatus.PAUSED);
            assertThat(lounge.view(id).dof().consumed()).isEqualTo(Dof.of(12));
        }
    }
}
