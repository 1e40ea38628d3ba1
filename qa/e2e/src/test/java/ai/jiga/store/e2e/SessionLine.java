package ai.jiga.store.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// One connection of a session's line, from the client's side.
final class SessionLine implements AutoCloseable {
    private static final long SECONDS = 30;

    private final WebSocket socket;
    private final Ear ear;

    private SessionLine(WebSocket socket, Ear ear) {
        this.socket = socket;
        this.ear = ear;
    }

    /// As a program connects, whose token is in a header.
    static SessionLine open(Person player, String session) {
        return open(
                withoutQuery(player, session),
                "Authorization",
                "Bearer " + player.client().token());
    }

    /// As a browser connects, whose ticket is in the address.
    static SessionLine open(String url, String... headers) {
        var ear = new Ear();
        var builder = Client.HTTP.newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        try {
            return new SessionLine(builder.buildAsync(URI.create(url), ear).join(), ear);
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                throw new Refused(refused.getResponse().statusCode());
            }
            throw e;
        }
    }

    /// The status of a refused connection.
    static int refusal(String url, String... headers) {
        try (SessionLine line = open(url, headers)) {
            throw new AssertionError("the store let us in: " + line);
        } catch (Refused refused) {
            return refused.status;
        }
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int status;

        private Refused(int status) {
            super("the store answered " + status);
            this.status = status;
        }
    }

    static String withoutQuery(Person player, String session) {
        return player.client().base().toString().replaceFirst("http", "ws") + "/ws/session/" + session;
    }

    static String withTicket(String url, String ticket) {
        return url.replaceFirst("\\?.*$", "") + "?ticket=" + ticket;
    }

    /// What the server said.
    record Frame(String type, JsonNode seq, JsonNode data) {
        long amount(String field) {
            JsonNode node = data.path(field);
            if (!node.isIntegralNumber()) {
                throw new AssertionError(field + " is no whole number in " + this);
            }
            return node.longValue();
        }

        String text(String field) {
            return data.path(field).asText();
        }
    }

    SessionLine send(String type, @Nullable Long seq, Map<String, ?> data) {
        var frame = new LinkedHashMap<String, Object>();
        frame.put("type", type);
        if (seq != null) {
            frame.put("seq", seq);
        }
        frame.put("timestamp", Instant.now().toString());
        frame.put("data", data);
        try {
            return sendText(Client.JSON.writeValueAsString(frame));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    SessionLine send(String type) {
        return send(type, null, Map.of());
    }

    SessionLine sendText(String text) {
        try {
            socket.sendText(text, true).get(SECONDS, TimeUnit.SECONDS);
            return this;
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the line broke: closed with " + ear.closed.getNow(-1), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Says something and hears the last word on it.
    Frame say(long seq, String text) {
        send("text_input", seq, Map.of("text", text));
        return lastWordOn(seq);
    }

    Frame lastWordOn(long seq) {
        while (true) {
            Frame frame = next("nothing more about seq " + seq);
            if (frame.type().equals("error")) {
                throw new AssertionError("refused: " + frame);
            }
            if (frame.seq().asLong() == seq && frame.data().has("dofConsumed")) {
                return frame;
            }
        }
    }

    /// The next of that type; what comes before is passed over, unless it is an error.
    Frame hear(String type) {
        while (true) {
            Frame frame = next("no " + type);
            if (frame.type().equals(type)) {
                return frame;
            }
            if (frame.type().equals("error")) {
                throw new AssertionError("refused: " + frame);
            }
        }
    }

    /// The next, whatever it is.
    Frame hearAny() {
        return next("nothing more");
    }

    private Frame next(String otherwise) {
        try {
            @Nullable Frame frame = ear.heard.poll(SECONDS, TimeUnit.SECONDS);
            if (frame == null || frame == Ear.GONE) {
                throw new AssertionError(otherwise + (frame == null ? "" : ": the line was closed"));
            }
            return frame;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The code with which the server closed the line.
    int closed() {
        try {
            return ear.closed.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the line was not closed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Cut without a word, as a lost network does it.
    @Override
    public void close() {
        socket.abort();
    }

    private static final class Ear implements WebSocket.Listener {
        private static final Frame GONE =
                new Frame("", Client.JSON.getNodeFactory().nullNode(), Client.JSON.createObjectNode());

        private final BlockingQueue<Frame> heard = new LinkedBlockingQueue<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                try {
                    JsonNode frame = Client.JSON.readTree(text.toString());
                    heard.add(new Frame(frame.path("type").asText(), frame.path("seq"), frame.path("data")));
                } catch (IOException e) {
                    closed.completeExceptionally(e);
                    heard.add(GONE);
                }
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.complete(status);
            heard.add(GONE);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.completeExceptionally(error);
            heard.add(GONE);
        }
    }
}
