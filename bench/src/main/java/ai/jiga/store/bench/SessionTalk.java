package ai.jiga.store.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// A session's WebSocket (RFC 6455), from the player's side.
final class SessionTalk implements AutoCloseable {
    private static final int TEXT = 0x81;
    private static final int PING = 0x89;
    private static final int PONG = 0x8A;
    private static final int CLOSE = 0x88;

    private final StoreApi api;
    private final HttpLine line;
    private final DataInputStream in;
    private byte[] payload = {};

    /// Comes back when the store says that the session runs.
    ///
    /// @param connection of a hire's answer
    SessionTalk(StoreApi api, JsonNode connection) throws IOException {
        this.api = api;
        line = api.line();
        in = new DataInputStream(line.in());
        String target = URI.create(connection.path("websocketUrl").asText()).getRawPath() + "?ticket="
                + connection.path("ticket").asText();
        int status = line.ask(
                        "GET",
                        target,
                        "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                                + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n",
                        null)
                .status();
        if (status != 101) {
            throw new IllegalStateException("The store opened no line: " + status);
        }
        hear("session_started", 0);
    }

    /// Says something and comes back with the last word on it, which tells what it cost.
    ///
    /// @return DOF
    long say(long seq, String text) throws IOException {
        sayOnly(seq, text);
        return hear("agent_response", seq).at("/data/dofConsumed").asLong();
    }

    /// For whoever hears the answer elsewhere.
    void sayOnly(long seq, String text) throws IOException {
        var frame = api.json().createObjectNode().put("type", "text_input").put("seq", seq);
        frame.putObject("data").put("text", text);
        send(TEXT, frame.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// The server sends the same bytes back, without the store (RFC 6455, 5.5.2).
    void ping(byte[] bytes) throws IOException {
        send(PING, bytes);
    }

    /// What the store sends, until it closes the line; its pings are answered.
    ///
    /// @param said hears texts
    /// @param echoed hears that a ping came back
    /// @throws IOException when the line is cut, and IllegalStateException when it is closed
    void listen(Consumer<String> said, Runnable echoed) throws IOException {
        while (true) {
            switch (read()) {
                case TEXT -> said.accept(new String(payload, StandardCharsets.UTF_8));
                case PONG -> echoed.run();
                default -> {
                    // A ping, which is answered.
                }
            }
        }
    }

    /// Masked with zeros, which changes nothing.
    private synchronized void send(int kind, byte[] payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 8).put((byte) kind);
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        }
        frame.putInt(0).put(payload);
        line.out().write(frame.array(), 0, frame.position());
        line.out().flush();
    }

    private JsonNode hear(String type, long seq) throws IOException {
        while (true) {
            String text = next();
            if (text.contains("\"type\":\"error\"")) {
                throw new IllegalStateException("The session did not go on; the store said " + text);
            }
            if (text.contains("\"type\":\"" + type + "\"")) {
                JsonNode frame = api.json().readTree(text);
                boolean last =
                        frame.path("seq").asLong() == seq && frame.path("data").has("dofConsumed");
                if (seq == 0 || last) {
                    return frame;
                }
            }
            // Ticks of the bill, and parts of the answer.
        }
    }

    private String next() throws IOException {
        while (read() != TEXT) {
            // An echo that nobody waits for any more.
        }
        return new String(payload, StandardCharsets.UTF_8);
    }

    /// The kind of the frame, with its payload kept; a ping is answered.
    private int read() throws IOException {
        int kind = in.readUnsignedByte();
        int length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = Math.toIntExact(in.readLong());
        }
        payload = in.readNBytes(length);
        return switch (kind) {
            case TEXT, PONG -> kind;
            case PING -> {
                send(PONG, payload);
                yield kind;
            }
            case CLOSE -> throw new IllegalStateException("The store closed the line: " + reason(payload));
            default -> throw new IOException("a frame of kind " + kind);
        };
    }

    /// Code and words of a close frame.
    private static String reason(byte[] payload) {
        return payload.length < 2
                ? "it said not why"
                : (ByteBuffer.wrap(payload).getShort() & 0xffff) + " "
                        + new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}
