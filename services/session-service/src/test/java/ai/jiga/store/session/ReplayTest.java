package ai.jiga.store.session;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.session.live.LiveSessions;
import ai.jiga.store.session.model.EndReason;
import ai.jiga.store.session.model.Progress;
import ai.jiga.store.session.model.SessionCollections;
import ai.jiga.store.session.model.UsageEntry;
import ai.jiga.store.session.model.UsageFlush;
import ai.jiga.store.session.usecase.KeepLease;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What was paid for is heard, however often the line was lost.
class ReplayTest {
    private final Lounge lounge = new Lounge();
    private final SessionId id = lounge.hired(Lounge.COACH, 100_000);

    @AfterEach
    void close() {
        lounge.close();
    }

    @Test
    void aFrameSentAgainGetsItsAnswerAgain() throws Exception {
        var client = new FakeClient(lounge.process.clock());
        LiveSessions.Line line = lounge.line(id, client);
        line.said(Lounge.text(1, "lesson+chat+remember"));
        List<JsonNode> first = client.about(1);

        line.said(Lounge.text(1, "lesson+chat+remember"));
        List<JsonNode> again = client.about(1);

        assertThat(texts(again)).containsExactly("Aim lower.", "likes Crossfire", "heard 1");
        // The first time the answer came in parts.
        assertThat(String.join(
                        "",
                        texts(first).stream()
                                .filter(t -> !t.startsWith("Aim") && !t.startsWith("likes"))
                                .toList()))
                .isEqualTo("heard 1");
        assertThat(again).allMatch(frame -> frame.at("/data/replayed").asBoolean());
        assertThat(again.getLast().at("/data/dofConsumed").asLong())
                .isEqualTo(first.getLast().at("/data/dofConsumed").asLong())
                .isEqualTo(630);
        assertThat(lounge.view(id).dof().consumed()).isEqualTo(Dof.of(630));
    }

    @Test
    void anAnswerIsHeardAgainAfterAReconnectATakeoverAndARestart() throws Exception {
        var client = new FakeClient(lounge.process.clock());
        LiveSessions.Line line = lounge.line(id, client);
        line.said(Lounge.text(1, "chat"));
        line.said(Lounge.text(2, "fail"));
        line.said(Lounge.text(3, "nothing"));
        client.settled(3);
        line.lost();
        Eventually.holds(() -> lounge.live.count() == 0);

        hears(lounge);
        KeepLease other = lounge.node("node-2");
        lounge.process.clock().advance(Duration.ofMinutes(1));
        other.renew();
        other.takeOver();
        lounge.live.close();
        lounge.live = lounge.liveOn(other);
        hears(lounge);

        assertThat(lounge.view(id).dof().consumed().amount()).isBetween(100L, 199L);
    }

    @Test
    void whatAnEarlierVersionKeptOfAnAnswerIsHeardAgain() throws Exception {
        var before = new FakeClient(lounge.process.clock());
        lounge.line(id, before).lost();
        Eventually.holds(() -> lounge.live.count() == 0);
        String kept = """
                [{"type":"event_detected","data":{"kind":"sound","text":"Steps.","direction":"left"}},
                 {"type":"agent_response","data":{"text":"As it was.","emotion":"calm","since":"dropped"}}]""";
        var entry =
                new UsageEntry(1, lounge.process.clock().instant(), List.of(), UsageEntry.Result.ANSWERED, kept, false);
        lounge.process.foundation().store().transact(tx -> {
            tx.set(SessionCollections.usage(id, 1), UsageFlush.of(List.of(entry), Progress.NONE));
            return id;
        });

        var client = new FakeClient(lounge.process.clock());
        lounge.line(id, client).said(Lounge.text(1, "chat"));

        List<JsonNode> told = client.about(1);
        assertThat(told).hasSize(2);
        assertThat(told.getFirst().at("/data/direction").asText()).isEqualTo("left");
        assertThat(told.getLast().path("data"))
                .isEqualTo(JsonNodeFactory.instance
                        .objectNode()
                        .put("text", "As it was.")
                        .put("emotion", "calm")
                        .put("done", true)
                        .put("dofConsumed", 0)
                        .put("replayed", true));
    }

    private void hears(Lounge lounge) throws InterruptedException {
        var back = new FakeClient(lounge.process.clock());
        LiveSessions.Line line = lounge.line(id, back);
        line.said(Lounge.text(1, "chat"));
        line.said(Lounge.text(2, "fail"));
        line.said(Lounge.text(3, "nothing"));
        JsonNode answer = back.settled(1);
        assertThat(answer.at("/data/text").asText()).isEqualTo("heard 1");
        assertThat(answer.at("/data/replayed").asBoolean()).isTrue();
        assertThat(answer.at("/data/dofConsumed").asLong()).isEqualTo(100);
        JsonNode failure = back.settled(2);
        assertThat(failure.at("/data/code").asText()).isEqualTo("MODEL_FAILED");
        assertThat(failure.at("/data/replayed").asBoolean()).isTrue();
        assertThat(failure.at("/data/dofConsumed").asLong()).isZero();
        assertThat(back.settled(3).path("data"))
                .isEqualTo(JsonNodeFactory.instance
                        .objectNode()
                        .put("done", true)
                        .put("dofConsumed", 0)
                        .put("replayed", true));
    }

    @Test
    void pastTheBoundTheOldestAnswersGoWholeAndAReplaySaysSo() throws Exception {
        var client = new FakeClient(lounge.process.clock());
        LiveSessions.Line line = lounge.line(id, client);
        for (long seq = 1; seq <= 12; seq++) {
            line.said(Lounge.text(seq, "long"));
            client.settled(seq);
        }

        line.said(Lounge.text(1, "long"));
        line.said(Lounge.text(12, "long"));

        JsonNode gone = client.settled(1);
        assertThat(gone.path("type").asText()).isEqualTo("ack");
        assertThat(gone.at("/data/forgotten").asBoolean()).isTrue();
        assertThat(gone.at("/data/dofConsumed").asLong()).isEqualTo(100);
        assertThat(client.settled(12).at("/data/text").asText()).hasSize(30_000);
        assertThat(flushes())
                .extracting(UsageFlush::wordBytes)
                .satisfies(bytes -> assertThat(
                                bytes.stream().mapToLong(Long::longValue).sum())
                        .isBetween(200_000L, UsageFlush.MOST_WORD_BYTES));
        assertThat(lounge.view(id).dof().consumed()).isEqualTo(Dof.of(1_200));
    }

    @Test
    void framesOfOneFlushBeyondTheBoundLoseTheOldestWords() throws Exception {
        var client = new FakeClient(lounge.process.clock());
        LiveSessions.Line line = lounge.line(id, client);
        for (long seq = 1; seq <= 30; seq++) {
            line.said(Lounge.text(seq, "long"));
        }
        client.settled(30);

        assertThat(flushes().stream().mapToLong(UsageFlush::wordBytes).sum())
                .isLessThanOrEqualTo(UsageFlush.MOST_WORD_BYTES);
        line.said(Lounge.text(30, "long"));
        assertThat(client.settled(30).at("/data/text").asText()).hasSize(30_000);
    }

    @Test
    void aSettledSessionKeepsWhatItCostAndNoWords() throws Exception {
        var client = new FakeClient(lounge.process.clock());
        LiveSessions.Line line = lounge.line(id, client);
        line.said(Lounge.text(1, "chat"));
        client.settled(1);

        lounge.live.end(id, EndReason.ENDED_BY_PLAYER);

        assertThat(flushes()).singleElement().satisfies(flush -> {
            assertThat(flush.dof()).isEqualTo(Dof.of(100));
            assertThat(flush.entries().getFirst().words()).isNull();
            assertThat(flush.entries().getFirst().forgotten()).isTrue();
        });
    }

    @Test
    void aFrameSentTwiceInOneBreathIsAnsweredChargedAndHeardTwiceAndPaidOnce() throws Exception {
        var client = new FakeClient(lounge.process.clock());
        LiveSessions.Line line = lounge.line(id, client);

        for (int i = 0; i < 5; i++) {
            line.said(Lounge.text(1, "reason"));
        }

        assertThat(client.settled(1).at("/data/replayed").asBoolean()).isFalse();
        for (int i = 0; i < 4; i++) {
            JsonNode again = client.settled(1);
            assertThat(again.at("/data/text").asText()).isEqualTo("thought");
            assertThat(again.at("/data/replayed").asBoolean()).isTrue();
        }
        assertThat(lounge.view(id).dof().consumed()).isEqualTo(Dof.of(200));
    }

    private List<UsageFlush> flushes() {
        return lounge.process
                .store()
                .query(SessionCollections.USAGE
                        .query(SessionCollections.session(id))
                        .ascending("lastSeq")
                        .limit(100))
                .values();
    }

    private static List<String> texts(List<JsonNode> frames) {
        return frames.stream().map(frame -> frame.at("/data/text").asText()).toList();
    }
}
