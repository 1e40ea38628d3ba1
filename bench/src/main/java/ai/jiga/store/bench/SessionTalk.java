package ai.jiga.store.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A session's WebSocket, from the player's side.
final class SessionTalk implements AutoCloseable {
    private static final long ANSWERED_WITHIN_SECONDS = 20;
    private static final String GONE = "{\"type\":\"gone\"}";

    private final StoreApi api;
    private final Ear ear = new Ear();
    private final WebSocket socket;

    /// Comes back when the store says that the session runs.
    ///
    /// @param connection of a hire's answer
    SessionTalk(StoreApi api, JsonNode connection) throws InterruptedException, JsonProcessingException {
        this.api = api;
        var address = URI.create(connection.path("websocketUrl").asText() + "?ticket="
                + connection.path("ticket").asText());
        socket = api.http().newWebSocketBuilder().buildAsync(address, ear).join();
        hear("session_started", 0);
    }

    /// Says something and comes back with the last word on it, which tells what it cost.
    ///
    /// @return DOF
    long say(long seq, String text) throws InterruptedException, JsonProcessingException {
        var frame = api.json().createObjectNode().put("type", "text_input").put("seq", seq);
        frame.putObject("data").put("text", text);
        socket.sendText(frame.toString(), true).join();
        return hear("agent_response", seq).at("/data/dofConsumed").asLong();
    }

    private JsonNode hear(String type, long seq) throws InterruptedException, JsonProcessingException {
        while (true) {
            @Nullable String text = ear.heard.poll(ANSWERED_WITHIN_SECONDS, TimeUnit.SECONDS);
            JsonNode frame = api.json().readTree(text == null ? GONE : text);
            switch (frame.path("type").asText()) {
                case "gone", "error" ->
                    throw new IllegalStateException("The session did not go on; the store said " + frame);
                case String heard
                when heard.equals(type)
                        && (seq == 0
                                || (frame.path("seq").asLong() == seq
                                        && frame.path("data").has("dofConsumed"))) -> {
                    return frame;
                }
                default -> {
                    // Ticks of the bill, and parts of the answer.
                }
            }
        }
    }

    @Override
    public void close() {
        socket.abort();
    }

    private static final class Ear implements WebSocket.Listener {
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                heard.add(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            heard.add(GONE);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            heard.add(GONE);
        }
    }
}
