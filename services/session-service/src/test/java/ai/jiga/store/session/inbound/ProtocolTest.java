package ai.jiga.store.session.inbound;

import static ai.jiga.store.session.inbound.RawLine.BINARY;
import static ai.jiga.store.session.inbound.RawLine.CLOSE;
import static ai.jiga.store.session.inbound.RawLine.CONTINUATION;
import static ai.jiga.store.session.inbound.RawLine.LAST;
import static ai.jiga.store.session.inbound.RawLine.PING;
import static ai.jiga.store.session.inbound.RawLine.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.session.Clips;
import ai.jiga.store.session.Doorway;
import ai.jiga.store.session.live.FrameLimits;
import ai.jiga.store.session.model.SessionStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// What breaks RFC 6455 is closed with the word that the protocol has for it, and the session is kept.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProtocolTest {
    private static final int RESERVED = 0x40;
    private static final byte[] SOME = "{}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NO_UTF_8 = {'a', (byte) 0xC3, 'b'};

    /// More than it takes to fill the store's buffers and the system's.
    private static final Duration ENOUGH = Duration.ofSeconds(20);

    private final Doorway doorway = new Doorway();

    @AfterAll
    void close() {
        doorway.close();
    }

    @FunctionalInterface
    private interface Deed {
        void on(RawLine line) throws Exception;
    }

    private record Break(String name, int code, Deed deed) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final List<Break> BREAKS = List.of(
            new Break(
                    "a message over the limit",
                    1009,
                    line -> line.send(LAST | TEXT, large(FrameLimits.MESSAGE_BYTES + 1))),
            new Break("fragments over the limit", 1009, line -> {
                line.send(TEXT, large(FrameLimits.MESSAGE_BYTES));
                line.send(LAST | CONTINUATION, large(1));
            }),
            new Break("a message far over the limit", 1009, line -> line.send(LAST | TEXT, large(8 << 20))),
            new Break("a frame that is not masked", 1002, line -> line.send(LAST | TEXT, false, SOME)),
            new Break("a reserved bit", 1002, line -> line.send(LAST | RESERVED | TEXT, SOME)),
            new Break("a reserved opcode for data", 1002, line -> line.send(LAST | 3, SOME)),
            new Break("a reserved opcode for control", 1002, line -> line.send(LAST | 11, SOME)),
            new Break("a long control frame", 1002, line -> line.send(LAST | PING, new byte[126])),
            new Break("a fragmented control frame", 1002, line -> line.send(PING, SOME)),
            new Break("a lone continuation", 1002, line -> line.send(LAST | CONTINUATION, SOME)),
            new Break("a new message inside a fragmented one", 1002, line -> {
                line.send(TEXT, SOME);
                line.send(LAST | TEXT, SOME);
            }),
            new Break("a close frame of one byte", 1002, line -> line.send(LAST | CLOSE, new byte[1])),
            closing(0),
            closing(999),
            closing(1004),
            closing(1005),
            closing(1006),
            closing(1015),
            closing(1016),
            closing(2999),
            closing(5000),
            closing(65535),
            new Break("text that is no UTF-8", 1007, line -> line.send(LAST | TEXT, NO_UTF_8)),
            new Break("text that is no UTF-8 over two fragments", 1007, line -> {
                line.send(TEXT, new byte[] {'a', (byte) 0xE2, (byte) 0x82});
                line.send(LAST | CONTINUATION, new byte[] {'b'});
            }),
            new Break(
                    "text that ends within a character",
                    1007,
                    line -> line.send(LAST | TEXT, new byte[] {(byte) 0xE2})),
            new Break(
                    "half a surrogate pair in UTF-8",
                    1007,
                    line -> line.send(LAST | TEXT, new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80})),
            new Break(
                    "a reason that is no UTF-8",
                    1007,
                    line -> line.send(LAST | CLOSE, RawLine.closing(1000, NO_UTF_8))),
            new Break("a binary message", 1003, line -> line.send(LAST | BINARY, SOME)),
            new Break("a fragmented binary message", 1003, line -> line.send(BINARY, SOME)));

    private static Break closing(int code) {
        return new Break(
                "close code " + code, 1002, line -> line.send(LAST | CLOSE, RawLine.closing(code, new byte[0])));
    }

    private static byte[] large(int bytes) {
        var content = new byte[bytes];
        Arrays.fill(content, (byte) ' ');
        return content;
    }

    @ParameterizedTest
    @FieldSource("BREAKS")
    void isClosedWithItsCodeAndTheSessionGoesOnElsewhere(Break rule) throws Exception {
        String path = doorway.path();
        try (var line = new RawLine(doorway.port(), doorway.withTicket(path))) {
            line.heard("session_started");
            rule.deed().on(line);

            assertThat(line.closed()).isEqualTo(rule.code());
        }
        try (var again = new RawLine(doorway.port(), doorway.withTicket(path))) {
            assertThat(again.heard("session_started")).contains("\"resumedFromSeq\":0");
        }
    }

    @Test
    void charactersMayBeCutByFragmentsAndPingsMayComeBetween() throws Exception {
        try (var line = new RawLine(doorway.port(), doorway.withTicket(doorway.path()))) {
            byte[] text = "{\"type\":\"text_input\",\"seq\":1,\"data\":{\"text\":\"\u20AC\"}}"
                    .getBytes(StandardCharsets.UTF_8);
            int cut = text.length - 5;
            line.send(TEXT, Arrays.copyOf(text, cut));
            line.send(LAST | PING, SOME);
            line.send(LAST | CONTINUATION, Arrays.copyOfRange(text, cut, text.length));

            assertThat(line.heard("ack")).contains("\"seq\":1");
        }
    }

    @Test
    void aMessageMayBeginAndEndWithAnEmptyFragment() throws Exception {
        try (var line = new RawLine(doorway.port(), doorway.withTicket(doorway.path()))) {
            line.send(TEXT, new byte[0]);
            line.send(
                    CONTINUATION,
                    "{\"type\":\"text_input\",\"seq\":1,\"data\":{\"text\":\"nothing\"}}"
                            .getBytes(StandardCharsets.UTF_8));
            line.send(LAST | CONTINUATION, new byte[0]);

            assertThat(line.heard("ack")).contains("\"seq\":1");
        }
    }

    @Test
    void aPictureOfOneMebibyteFitsAndTheLimitsAreSaidAtTheStart() throws Exception {
        try (var line = new RawLine(doorway.port(), doorway.withTicket(doorway.path()))) {
            assertThat(line.heard("session_started"))
                    .contains("\"limits\":{\"messageBytes\":1572864,\"imageBytes\":1048576,");
            String image = Base64.getEncoder().encodeToString(Arrays.copyOf(Clips.png(), 1 << 20));
            line.text("{\"type\":\"frame\",\"seq\":1,\"data\":{\"image\":\"" + image + "\"}}");

            assertThat(line.heard("ack")).contains("\"seq\":1");
        }
    }

    /// An answer that was paid for is given again for nothing, so it costs nothing to ask and not to listen.
    @Test
    void whoTakesTooLittleIsAwayFromThatMomentOnHoweverMuchIsStillSaid() throws Exception {
        String path = doorway.path();
        try (var line = new RawLine(doorway.port(), doorway.withTicket(path))) {
            line.heard("session_started");
            long enough = System.nanoTime() + ENOUGH.toNanos();
            while (System.nanoTime() < enough && doorway.status(path) == SessionStatus.ACTIVE) {
                for (int i = 0; i < 20; i++) {
                    line.text("{\"type\":\"text_input\",\"seq\":1,\"data\":{\"text\":\"long\"}}");
                }
            }

            assertThat(doorway.status(path)).isEqualTo(SessionStatus.PAUSED);
            assertThat(line.closed()).isEqualTo(1008);
        }
    }

    @ParameterizedTest
    @FieldSource("HANDSHAKES")
    void aHandshakeThatIsNoneIsToldWhatIsSpokenAndUsesUpNoTicket(Handshake broken) throws Exception {
        String path = doorway.withTicket(doorway.path());

        assertThatThrownBy(() -> new RawLine(doorway.port(), path, broken.headers))
                .hasMessageContaining("HTTP/1.1 " + broken.status)
                .hasMessageContaining("Sec-WebSocket-Version: 13");

        try (var line = new RawLine(doorway.port(), path)) {
            line.heard("session_started");
        }
    }

    private record Handshake(int status, String headers) {}

    private static final String KEY_IS = "Sec-WebSocket-Key: " + RawLine.KEY + "\r\n";
    private static final String VERSION_IS = "Sec-WebSocket-Version: 13\r\n";
    static final List<Handshake> HANDSHAKES = List.of(
            new Handshake(426, KEY_IS),
            new Handshake(426, KEY_IS + "Sec-WebSocket-Version: 8\r\n"),
            new Handshake(426, KEY_IS + VERSION_IS + VERSION_IS),
            new Handshake(400, VERSION_IS),
            new Handshake(400, VERSION_IS + KEY_IS + KEY_IS),
            new Handshake(400, VERSION_IS + "Sec-WebSocket-Key: c2hvcnQ=\r\n"),
            new Handshake(400, VERSION_IS + "Sec-WebSocket-Key: ?\r\n"));

    @Test
    void aFrameThatIsNestedTooDeepIsToldSo() throws Exception {
        try (var line = new RawLine(doorway.port(), doorway.withTicket(doorway.path()))) {
            line.text("{\"type\":\"game_event\",\"seq\":1,\"data\":{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}}");

            assertThat(line.heard("error")).contains("MALFORMED_FRAME", "nested at most 32 levels deep");
        }
    }

    @Test
    void aGoodbyeIsAnsweredWithItsCode() throws Exception {
        for (int code : new int[] {1000, 1001, 3000, 4999}) {
            try (var line = new RawLine(doorway.port(), doorway.withTicket(doorway.path()))) {
                line.heard("session_started");
                line.send(LAST | CLOSE, RawLine.closing(code, "bye".getBytes(StandardCharsets.UTF_8)));

                assertThat(line.closed()).isEqualTo(code);
            }
        }
    }
}
