package ai.jiga.store.session;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.session.live.LiveSessions;
import ai.jiga.store.session.usecase.ReadSessions.UsageView;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever an agent does to a frame, and whether it is taken or refused: one last word, which says the whole price.
class LastWordsTest {
    private static final List<String> WORDS = List.of(
            "chat",
            "reason",
            "lesson",
            "remember",
            "sound",
            "comment",
            "team",
            "tool",
            "made-up-tool",
            "warn",
            "detect",
            "blank",
            "huh",
            "fail",
            "break",
            "nothing");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void eachFrameGetsOneLastWordWithTheSumOfItsLines(long seed) throws Exception {
        var random = new Random(seed);
        try (var lounge = new Lounge()) {
            SessionId id = lounge.hired(Lounge.COACH, 900_000);
            var client = new FakeClient(lounge.process.clock());
            LiveSessions.Line line = lounge.line(id, client);
            long seq = 0;
            for (int i = 0; i < 40; i++) {
                boolean refused = random.nextInt(5) == 0;
                long about = refused ? seq + 2 : seq + 1;
                line.said(frame(about, script(random), random));
                List<JsonNode> said = client.about(about);
                assertThat(said.subList(0, said.size() - 1)).allSatisfy(frame -> {
                    assertThat(frame.at("/data/done").isBoolean()).isTrue();
                    assertThat(frame.at("/data/done").asBoolean()).isFalse();
                    assertThat(frame.path("data").has("dofConsumed")).isFalse();
                });
                JsonNode last = said.getLast();
                assertThat(last.at("/data/done").asBoolean()).isTrue();
                seq = refused ? seq : about;
                long lines = refused ? 0 : lines(lounge, id, about);
                assertThat(last.at("/data/dofConsumed").asLong()).isEqualTo(lines);
            }
            line.said("{\"type\":\"ping\"}");
            client.next("pong");
            long total = Stream.iterate(1L, n -> n + 1)
                    .limit(seq)
                    .mapToLong(n -> lines(lounge, id, n))
                    .sum();
            assertThat(lounge.view(id).dof().consumed().amount()).isEqualTo(total);
        }
    }

    private static String script(Random random) {
        return random.ints(1 + random.nextInt(4), 0, WORDS.size())
                .mapToObj(WORDS::get)
                .collect(Collectors.joining("+"));
    }

    private static String frame(long seq, String script, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Lounge.voice(seq, Clips.wav(random.nextInt(20, 9_000)), script);
            case 1 -> Lounge.picture(seq, Clips.webp());
            default -> Lounge.text(seq, script);
        };
    }

    private static long lines(Lounge lounge, SessionId id, long seq) {
        return lounge.read.usage(Lounge.PLAYER, id, 1_000, null).orThrow().items().stream()
                .filter(line -> line.seq() != null && line.seq() == seq)
                .map(UsageView::dof)
                .mapToLong(dof -> dof.amount())
                .sum();
    }
}
