package ai.jiga.store.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A session's live line, as far as a player who only talks needs it.
final class Line implements AutoCloseable {
    private static final long SECONDS = 30;
    /// Stands in the queue for the end of the line.
    private static final String GONE = "";

    private final WebSocket socket;
    private final BlockingQueue<String> heard;

    private Line(WebSocket socket, BlockingQueue<String> heard) {
        this.socket = socket;
        this.heard = heard;
    }

    static Line open(HttpClient http, URI url) throws IOException, InterruptedException {
        var heard = new LinkedBlockingQueue<String>();
        try {
            var socket =
                    http.newWebSocketBuilder().buildAsync(url, new Ear(heard)).get(SECONDS, TimeUnit.SECONDS);
            return new Line(socket, heard);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the line did not open", e);
        }
    }

    /// Says something and waits for the last word on it.
    ///
    /// @return what it cost, in DOF
    long say(long seq, String text) throws IOException, InterruptedException {
        ObjectNode frame = Api.JSON.createObjectNode();
        frame.put("type", "text_input")
                .put("seq", seq)
                .put("timestamp", Instant.now().toString());
        frame.putObject("data").put("text", text);
        try {
            socket.sendText(frame.toString(), true).get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the line broke", e);
        }
        while (true) {
            String arrived = heard.poll(SECONDS, TimeUnit.SECONDS);
            if (arrived == null || arrived.equals(GONE)) {
                throw new IOException("the line went silent");
            }
            JsonNode said = Api.JSON.readTree(arrived);
            JsonNode data = said.path("data");
            long about = said.has("seq")
                    ? said.path("seq").asLong()
                    : data.path("seq").asLong();
            if (said.path("type").asText().equals("error")) {
                throw new IllegalStateException("the store refused a word: " + arrived);
            }
            boolean price = said.path("type").asText().equals("agent_response") && data.has("dofConsumed");
            if (price && about == seq && data.path("done").asBoolean(true)) {
                return data.path("dofConsumed").asLong();
            }
        }
    }

    @Override
    public void close() {
        socket.abort();
    }

    private static final class Ear implements WebSocket.Listener {
        private final BlockingQueue<String> heard;
        private final StringBuilder text = new StringBuilder();

        Ear(BlockingQueue<String> heard) {
            this.heard = heard;
        }

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
