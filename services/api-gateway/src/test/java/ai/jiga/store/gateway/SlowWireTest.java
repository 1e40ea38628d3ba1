package ai.jiga.store.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.gateway.RawHttp.Answer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the wire does to who lets it wait. Here it waits for a short time only, and for few.
@QuarkusTest
@TestProfile(SlowWireTest.Impatient.class)
@ExtendWith(LogWatch.class)
class SlowWireTest {
    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "jiga.wire.first-byte", "0.4S",
                    "jiga.wire.idle", "0.5S",
                    "jiga.wire.head", "0.6S",
                    "jiga.wire.body", "0.7S",
                    "jiga.wire.answer", "3S",
                    "jiga.wire.half-heads", "20");
        }
    }

    private static final long LONGER_THAN_AN_ANSWER_WAITS = 7_500;
    private static final String APP = "https://app.jiga.ai";
    private static final String SENT = "Host: store.example\r\nOrigin: " + APP + "\r\n";
    private static final String GET = "GET /api/v1/toys/one HTTP/1.1\r\n" + SENT;
    private static final String POST = "POST /api/v1/toys HTTP/1.1\r\n" + SENT + "Content-Type: application/json\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"G", "GET /health", "GET /health HTTP/1.1\r\n", GET, GET + "X-A: a"})
    void halfAHeadIs408(String half) throws IOException {
        try (RawHttp line = RawHttp.connect()) {
            isTimeout(line.say(half).answer(), half.contains("Origin"));
            assertThat(line.isClosed()).isTrue();
        }
    }

    @Test
    void aHeadThatDripsIs408AllTheSame() throws Exception {
        try (RawHttp line = RawHttp.connect()) {
            Thread drip = Thread.ofVirtual().start(() -> {
                try {
                    line.say(GET);
                    for (int i = 0; i < 40; i++) {
                        line.say("X-" + i + ": a\r\n");
                        Thread.sleep(50);
                    }
                } catch (IOException | InterruptedException e) {
                    // It was cut, or the test is over.
                }
            });
            isTimeout(line.answer(), true);
            drip.interrupt();
            drip.join();
        }
    }

    @Test
    void theSecondHeadOfAConnectionIsWaitedForAsLong() throws IOException {
        try (RawHttp line = RawHttp.connect()) {
            assertThat(line.say(GET + "\r\n" + GET).answer().status()).isEqualTo(200);
            isTimeout(line.answer(), true);
        }
    }

    @Test
    void manyHalfHeadsKeepNobodyOut() throws IOException {
        List<RawHttp> lines = new ArrayList<>();
        try {
            for (int i = 0; i < 60; i++) {
                lines.add(RawHttp.connect().say(GET));
                assertThat(RawHttp.send(GET + "\r\n").status()).isEqualTo(200);
            }
            for (RawHttp line : lines) {
                isTimeout(line.answer(), true);
            }
        } finally {
            for (RawHttp line : lines) {
                line.close();
            }
        }
    }

    @Test
    void aConnectionOnWhichNothingIsSaidIsClosed() throws IOException {
        try (RawHttp line = RawHttp.connect()) {
            assertThat(line.isClosed()).isTrue();
        }
    }

    @Test
    void aConnectionOnWhichNothingMoreIsSaidIsClosed() throws IOException {
        try (RawHttp line = RawHttp.connect()) {
            assertThat(line.say(GET + "\r\n").answer().status()).isEqualTo(200);
            assertThat(line.say("\r\n").isClosed()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 21\r\n\r\n",
                "Content-Length: 21\r\n\r\n{\"name\"",
                "Transfer-Encoding: chunked\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n1",
                "Transfer-Encoding: chunked\r\n\r\n15\r\n{\"name\"",
                "Transfer-Encoding: chunked\r\n\r\n15\r\n{\"name\":\"a\",\"size\":1}\r\n0\r\n",
            })
    void aBodyThatStallsIs408(String half) throws IOException {
        try (RawHttp line = RawHttp.connect()) {
            isTimeout(line.say(POST + half).answer(), true);
            assertThat(line.isClosed()).isTrue();
        }
    }

    @Test
    void soIsThatOfAnImageWhichIsReadAsAStream() throws IOException {
        try (RawHttp line = RawHttp.connect()) {
            line.say("PUT /api/v1/toys/image HTTP/1.1\r\n" + SENT
                    + "Content-Type: image/png\r\nContent-Length: 99999\r\n\r\nabc");
            isTimeout(line.answer(), true);
        }
    }

    @Test
    void aBodyThatDripsIs408() throws Exception {
        try (RawHttp line = RawHttp.connect()) {
            Thread drip = Thread.ofVirtual().start(() -> {
                try {
                    line.say(POST + "Content-Length: 1000\r\n\r\n");
                    for (int i = 0; i < 40; i++) {
                        line.say(" ");
                        Thread.sleep(50);
                    }
                } catch (IOException | InterruptedException e) {
                    // It was cut, or the test is over.
                }
            });
            isTimeout(line.answer(), true);
            drip.interrupt();
            drip.join();
        }
    }

    @Test
    void aBodyThatComesSlowlyAndSteadilyIsTaken() throws Exception {
        try (RawHttp line = RawHttp.connect()) {
            line.say(POST + "Content-Length: 200021\r\n\r\n");
            for (int i = 0; i < 20; i++) {
                line.say(" ".repeat(10_000));
                Thread.sleep(100);
            }
            assertThat(line.say("{\"name\":\"a\",\"size\":1}").answer().status())
                    .isEqualTo(200);
        }
    }

    @Test
    void anAnswerThatTakesLongerThanAnyOfTheseIsWaitedFor() throws IOException {
        try (RawHttp line = RawHttp.connect()) {
            line.say("GET /api/v1/toys/later HTTP/1.1\r\n" + SENT + "\r\n");
            assertThat(line.answer().status()).isEqualTo(200);
        }
    }

    @Test
    void whoDoesNotTakeTheirAnswerIsCutOff() throws Exception {
        try (RawHttp line = RawHttp.connect(4_096)) {
            line.say("GET /api/v1/toys/big HTTP/1.1\r\n" + SENT + "\r\n");
            Thread.sleep(LONGER_THAN_AN_ANSWER_WAITS);
            assertThat(line.drain()).isLessThan(Toys.BIG);
        }
    }

    @Test
    void whoTakesItSlowlyGetsAllOfIt() throws Exception {
        try (RawHttp line = RawHttp.connect()) {
            line.say("GET /api/v1/toys/big HTTP/1.1\r\n" + SENT + "\r\n");
            assertThat(line.take(Toys.BIG, 300)).isEqualTo(Toys.BIG);
        }
    }

    @Test
    void answersThatNobodyTakesAreNotMade() throws Exception {
        int before = Toys.bigOnes.get();
        try (RawHttp line = RawHttp.connect(4_096)) {
            line.say(("GET /api/v1/toys/big HTTP/1.1\r\n" + SENT + "\r\n").repeat(50));
            Thread.sleep(LONGER_THAN_AN_ANSWER_WAITS);
            assertThat(line.drain()).isLessThan(50L * Toys.BIG);
        }
        assertThat(Toys.bigOnes.get() - before).isLessThan(3);
    }

    private static void isTimeout(Answer answer, boolean isFromApp) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(408);
        assertThat(answer.headers())
                .containsEntry("Content-Type", "application/problem+json")
                .containsEntry("Connection", "close");
        if (isFromApp) {
            assertThat(answer.headers()).containsEntry("Access-Control-Allow-Origin", APP);
        }
        assertThat(JsonPath.from(answer.body()).getString("code")).isEqualTo("REQUEST_TIMEOUT");
    }
}
