package ai.jiga.store.session;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.session.model.EndReason;
import ai.jiga.store.session.model.SessionStatus;
import ai.jiga.store.session.model.SessionType;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeteringTest {
    @Test
    void timeAndActionsAreCharged() throws Exception {
        try (var lounge = new Lounge()) {
            SessionId id = lounge.hired(Lounge.COACH, 10_000);
            var client = new FakeClient(lounge.process.clock());
            var line = lounge.line(id, client);
            client.next("session_started");

            line.said(Lounge.text(1, "chat"));
            JsonNode answer = client.settled(1);
            lounge.pass(Duration.ofSeconds(60));
            line.said(Lounge.text(2, "reason"));
            client.settled(2);

            assertThat(answer.at("/data/dofConsumed").asLong()).isEqualTo(100);
            assertThat(answer.at("/data/done").asBoolean()).isTrue();
            assertThat(lounge.view(id).dof().consumed()).isEqualTo(Dof.of(100 + 60 + 200));
        }
    }

    @Test
    void aVariantCostsSeventyPercentOfTheTariff() throws Exception {
        try (var lounge = new Lounge()) {
            var client = new FakeClient(lounge.process.clock());
            var line = lounge.line(lounge.hired(Lounge.VARIANT, 10_000), client);

            line.said(Lounge.text(1, "sound"));

            assertThat(client.settled(1).at("/data/dofConsumed").asLong()).isEqualTo(17);
        }
    }

    @Test
    void aFrameSentAgainIsAnsweredAndNotCharged() throws Exception {
        try (var lounge = new Lounge()) {
            SessionId id = lounge.hired(Lounge.COACH, 10_000);
            var client = new FakeClient(lounge.process.clock());
            var line = lounge.line(id, client);
            line.said(Lounge.text(1, "chat"));
            client.settled(1);

            line.said(Lounge.text(1, "chat"));

            JsonNode again = client.settled(1);
            assertThat(again.at("/data/replayed").asBoolean()).isTrue();
            assertThat(again.at("/data/dofConsumed").asLong()).isEqualTo(100);
            assertThat(lounge.view(id).dof().consumed()).isEqualTo(Dof.of(100));
        }
    }

    @Test
    void aGapInTheSequenceIsRefusedAndTheSessionGoesOn() throws Exception {
        try (var lounge = new Lounge()) {
            var client = new FakeClient(lounge.process.clock());
            var line = lounge.line(lounge.hired(Lounge.COACH, 10_000), client);

            line.said(Lounge.text(3, "chat"));
            assertThat(client.settled(3).at("/data/expected").asLong()).isEqualTo(1);

            line.said(Lounge.text(1, "chat"));
            assertThat(client.settled(1).at("/data/dofConsumed").asLong()).isEqualTo(100);
        }
    }

    @Test
    void anAnswerThatFailedIsFree() throws Exception {
        try (var lounge = new Lounge()) {
            SessionId id = lounge.hired(Lounge.COACH, 10_000);
            var client = new FakeClient(lounge.process.clock());
            var line = lounge.line(id, client);

            line.said(Lounge.text(1, "fail"));

            JsonNode answer = client.settled(1);
            assertThat(answer.at("/data/code").asText()).isEqualTo("MODEL_FAILED");
            assertThat(answer.at("/data/dofConsumed").asLong()).isZero();
            assertThat(lounge.view(id).dof().consumed()).isEqualTo(Dof.ZERO);
        }
    }

    @Test
    void whileThePlayerPausesNothingIsCharged() throws Exception {
        try (var lounge = new Lounge()) {
            SessionId id = lounge.hired(Lounge.COACH, 10_000);
            var client = new FakeClient(lounge.process.clock());
            var line = lounge.line(id, client);
            client.next("session_started");
            lounge.pass(Duration.ofSeconds(10));

            line.said("{\"type\":\"pause\"}");
            line.said(Lounge.text(1, "chat"));
            assertThat(client.settled(1).at("/data/code").asText()).isEqualTo("SESSION_PAUSED");
            lounge.pass(Duration.ofMinutes(3));
            line.said("{\"type\":\"resume\"}");
            line.said(Lounge.text(1, "nothing"));
            client.settled(1);
            lounge.pass(Duration.ofSeconds(5));

            assertThat(lounge.view(id).dof().consumed()).isEqualTo(Dof.of(15));
        }
    }

    @Test
    void aConnectionThatFellSilentStopsTheClockAtItsLastSignOfLife() throws Exception {
        try (var lounge = new Lounge()) {
            SessionId id = lounge.hired(Lounge.COACH, 10_000);
            FakeClient client = lounge.connect(id);
            lounge.pass(Duration.ofSeconds(20));
            client.silence();
            lounge.pass(Duration.ofSeconds(3));
            client.nextPing();
            lounge.pass(Duration.ofSeconds(3));
            client.nextPing();
            lounge.pass(Duration.ofSeconds(2));

            Eventually.holds(() -> lounge.live.count() == 0);
            assertThat(lounge.view(id).status()).isEqualTo(SessionStatus.PAUSED);
            lounge.process.clock().advance(Duration.ofMinutes(5));
            assertThat(lounge.view(id).dof().consumed()).isEqualTo(Dof.of(20));
        }
    }

    @Test
    void aStoreThatStoodStillAsksBeforeItTakesAPlayerForLost() throws Exception {
        try (var lounge = new Lounge()) {
            SessionId id = lounge.hired(Lounge.COACH, 10_000);
            FakeClient client = lounge.connect(id);
            client.silence();
            lounge.pass(Duration.ofSeconds(60));
            client.nextPing();
            lounge.live.tick();

            assertThat(lounge.live.end(id, EndReason.ENDED_BY_PLAYER).ending()).isNotNull();
            assertThat(client.next("session_ended").at("/data/reason").asText()).isEqualTo("ended_by_player");
        }
    }

    @Test
    void aLineThatHadToWaitForItsSeatIsNotTakenForSilent() throws Exception {
        try (var lounge = new Lounge()) {
            SessionId id = lounge.hired(Lounge.COACH, 10_000);
            var waited = new FakeClient(lounge.process.clock());
            waited.silence();
            lounge.process.clock().advance(Duration.ofSeconds(20));
            lounge.line(id, waited);
            waited.next("session_started");
            lounge.live.tick();

            assertThat(lounge.live.end(id, EndReason.ENDED_BY_PLAYER).ending()).isNotNull();
            assertThat(waited.next("session_ended").at("/data/reason").asText()).isEqualTo("ended_by_player");
        }
    }

    @Test
    void aPlayerWhoComesBackGoesOnWhereTheSessionStood() throws Exception {
        try (var lounge = new Lounge()) {
            SessionId id = lounge.hired(Lounge.COACH, 10_000);
            var first = new FakeClient(lounge.process.clock());
            var line = lounge.line(id, first);
            line.said(Lounge.text(1, "chat"));
            first.settled(1);
            line.lost();
            Eventually.holds(() -> lounge.live.count() == 0);
            lounge.process.clock().advance(Duration.ofMinutes(9));

            var second = new FakeClient(lounge.process.clock());
            var back = lounge.line(id, second);
            assertThat(second.next("session_started").at("/data/resumedFromSeq").asLong())
                    .isEqualTo(1);
            back.said(Lounge.text(2, "chat"));

            assertThat(second.settled(2).at("/data/text").asText()).isEqualTo("2");
            assertThat(lounge.view(id).dof().consumed()).isEqualTo(Dof.of(200));
        }
    }

    @Test
    void aPlayerAwayForTenMinutesEndsTheSessionAndPaysForWhatWasUsed() throws Exception {
        try (var lounge = new Lounge()) {
            SessionId id = lounge.hired(Lounge.COACH, 10_000);
            var client = new FakeClient(lounge.process.clock());
            var line = lounge.line(id, client);
            client.next("session_started");
            lounge.pass(Duration.ofSeconds(30));
            line.lost();
            Eventually.holds(() -> lounge.live.count() == 0);

            lounge.pass(Duration.ofMinutes(10));

            assertThat(lounge.view(id).endReason()).isEqualTo(EndReason.AWAY_TOO_LONG);
            assertThat(lounge.payments.available(Lounge.PLAYER)).isEqualTo(1_000_000 - 30);
        }
    }

    @Test
    void theActionThatWouldExceedTheAllocationIsRefusedAndTheSessionEnds() throws Exception {
        try (var lounge = new Lounge()) {
            SessionId id = lounge.hired(Lounge.COACH, 450);
            var client = new FakeClient(lounge.process.clock());
            var line = lounge.line(id, client);
            line.said(Lounge.text(1, "reason"));
            line.said(Lounge.text(2, "reason"));
            client.settled(2);

            line.said(Lounge.text(3, "chat"));

            assertThat(client.settled(3).at("/data/code").asText()).isEqualTo("ALLOCATION_EXHAUSTED");
            JsonNode ended = client.next("session_ended");
            assertThat(ended.at("/data/reason").asText()).isEqualTo("allocation_exhausted");
            assertThat(ended.at("/data/consumed").asLong()).isEqualTo(400);
            assertThat(ended.at("/data/released").asLong()).isEqualTo(50);
            assertThat(lounge.payments.available(Lounge.PLAYER)).isEqualTo(1_000_000 - 400);
        }
    }

    @Test
    void aSessionEndsWhenItsTimeHasUsedUpTheAllocation() throws Exception {
        try (var lounge = new Lounge()) {
            SessionId id = lounge.hired(Lounge.COACH, 300);
            FakeClient client = lounge.connect(id);

            lounge.pass(Duration.ofSeconds(301));

            assertThat(client.next("session_ended").at("/data/consumed").asLong())
                    .isEqualTo(300);
            assertThat(lounge.view(id).dof().remaining()).isEqualTo(Dof.ZERO);
        }
    }

    @Test
    void thePlayerIsWarnedAtTwentyAndAtFivePercent() throws Exception {
        try (var lounge = new Lounge()) {
            FakeClient client = lounge.connect(lounge.hired(Lounge.COACH, 1_000));

            lounge.pass(Duration.ofSeconds(801));
            assertThat(client.next("warning").at("/data/code").asText()).isEqualTo("LOW_BALANCE_20");

            lounge.pass(Duration.ofSeconds(150));
            assertThat(client.next("warning").at("/data/code").asText()).isEqualTo("LOW_BALANCE_5");
        }
    }

    @Test
    void aTrialEndsAfterFiveActiveMinutes() throws Exception {
        try (var lounge = new Lounge()) {
            SessionId id = lounge.own
                    .start(
                            new Caller.User(Lounge.PLAYER, Caller.Role.USER),
                            Lounge.COACH,
                            SessionType.TRIAL,
                            null,
                            null,
                            null)
                    .outcome()
                    .orThrow()
                    .sessionId();
            var client = new FakeClient(lounge.process.clock());
            var line = lounge.line(id, client);
            line.said(Lounge.text(1, "lesson"));
            assertThat(client.settled(1).at("/data/dofConsumed").asLong()).isZero();

            lounge.pass(Duration.ofMinutes(5));

            assertThat(client.next("session_ended").at("/data/reason").asText()).isEqualTo("trial_over");
        }
    }

    @Test
    void whatTheAgentRemembersOutlastsAnotherConfiguration() throws Exception {
        try (var lounge = new Lounge()) {
            var client = new FakeClient(lounge.process.clock());
            var line = lounge.line(lounge.hired(Lounge.COACH, 10_000), client);
            line.said(Lounge.text(1, "remember"));
            client.settled(1);

            line.said("{\"type\":\"config_update\",\"data\":{\"style\":\"calm\"}}");
            line.said(Lounge.text(2, "recall"));

            assertThat(client.settled(2).at("/data/text").asText()).isEqualTo("kept 1");
        }
    }

    @Test
    void whatTheAgentRemembersIsKeptForTheNextSession() throws Exception {
        try (var lounge = new Lounge()) {
            var client = new FakeClient(lounge.process.clock());
            var line = lounge.line(lounge.hired(Lounge.COACH, 10_000), client);
            line.said(Lounge.text(1, "remember"));
            client.settled(1);

            assertThat(lounge.process
                            .store()
                            .get(ai.jiga.store.session.model.SessionCollections.memory(Lounge.PLAYER, Lounge.COACH)))
                    .get()
                    .satisfies(memory -> assertThat(memory.value().items()).containsExactly("likes Crossfire"));
        }
    }

    @Test
    void theUsageLinesAddUpToWhatWasConsumed() throws Exception {
        try (var lounge = new Lounge()) {
            SessionId id = lounge.hired(Lounge.COACH, 10_000);
            var client = new FakeClient(lounge.process.clock());
            var line = lounge.line(id, client);
            for (int seq = 1; seq <= 25; seq++) {
                line.said(Lounge.text(seq, seq % 2 == 0 ? "chat" : "nothing"));
                // Each is kept by itself, those that cost nothing too.
                client.settled(seq);
            }
            lounge.pass(Duration.ofSeconds(33));

            long sum = 0;
            int pages = 0;
            String cursor = null;
            do {
                var page = lounge.read.usage(Lounge.PLAYER, id, 5, cursor).orThrow();
                sum += page.items().stream().mapToLong(u -> u.dof().amount()).sum();
                cursor = page.nextCursor();
                pages++;
            } while (cursor != null && pages < 10);

            assertThat(sum).isEqualTo(12 * 100 + 33);
            assertThat(lounge.view(id).dof().consumed()).isEqualTo(Dof.of(sum));
        }
    }

    @Test
    void whatIsNoFrameIsRefusedAndTheSessionGoesOn() throws Exception {
        try (var lounge = new Lounge()) {
            var client = new FakeClient(lounge.process.clock());
            var line = lounge.line(lounge.hired(Lounge.COACH, 10_000), client);
            String[] frames = {
                "",
                "[]",
                "{}",
                "{\"type\":5}",
                "{\"type\":\"text_input\",\"seq\":1.5}",
                "{\"type\":\"dance\"}",
                "{\"type\":\"text_input\",\"seq\":1,\"data\":{\"text\":\"%s\"}}".formatted("x".repeat(4_001)),
            };
            for (String frame : frames) {
                line.said(frame);
            }
            IntStream.range(0, frames.length).forEach(i -> expectError(client));

            line.said(Lounge.text(1, "chat"));
            assertThat(client.settled(1).at("/data/dofConsumed").asLong()).isEqualTo(100);
            line.said("{\"type\":\"text_input\",\"seq\":2.0,\"data\":{\"text\":\"chat\"}}");
            assertThat(client.settled(2).at("/data/dofConsumed").asLong())
                    .as("2.0 is whole")
                    .isEqualTo(100);
        }
    }

    private static void expectError(FakeClient client) {
        try {
            client.next("error");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
