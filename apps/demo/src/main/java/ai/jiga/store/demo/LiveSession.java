package ai.jiga.store.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// One connection of a session's live line. What arrives waits in a queue for the one thread that plays the match,
/// so nothing here is shared but that queue.
final class LiveSession {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(30);
    private static final Duration SEND_WITHIN = Duration.ofSeconds(30);

    private final WebSocket socket;
    private final BlockingQueue<Arrival> arrivals;
    private final ObjectMapper json;
    private final InstantSource clock;

    private LiveSession(WebSocket socket, BlockingQueue<Arrival> arrivals, ObjectMapper json, InstantSource clock) {
        this.socket = socket;
        this.arrivals = arrivals;
        this.json = json;
        this.clock = clock;
    }

    /// What comes out of the line.
    sealed interface Arrival {
        record Text(String text) implements Arrival {}

        record Closed(String why) implements Arrival {}
    }

    /// What the player hears: a frame, silence until the time was up, or the end of the line.
    sealed interface Heard {
        record Said(Frame frame) implements Heard {}

        record Silence() implements Heard {}

        record Gone(String why) implements Heard {}
    }

    /// How a client shows who it is on the live line.
    sealed interface Pass {
        /// A program's way: the access token in a header.
        record Header(String token) implements Pass {}

        /// A browser's way: a one-time ticket in the URL.
        record Ticket(String ticket) implements Pass {}
    }

    static LiveSession connect(HttpClient http, ObjectMapper json, InstantSource clock, URI url, Pass pass) {
        var arrivals = new LinkedBlockingQueue<Arrival>();
        var builder = http.newWebSocketBuilder().connectTimeout(CONNECT_WITHIN);
        var address = switch (pass) {
            case Pass.Header(String token) -> {
                builder.header("Authorization", "Bearer " + token);
                yield withoutQuery(url);
            }
            case Pass.Ticket(String ticket) -> URI.create(withoutQuery(url) + "?ticket=" + Api.encoded(ticket));
        };
        try {
            var socket =
                    builder.buildAsync(address, new Ear(arrivals)).get(CONNECT_WITHIN.toSeconds(), TimeUnit.SECONDS);
            return new LiveSession(socket, arrivals, json, clock);
        } catch (ExecutionException e) {
            throw DemoStopped.failed("The live line did not open: " + reason(e) + ".");
        } catch (TimeoutException e) {
            throw DemoStopped.failed("The live line did not open within " + CONNECT_WITHIN.toSeconds() + " s.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw DemoStopped.failed("The demo was interrupted.");
        }
    }

    private static URI withoutQuery(URI url) {
        return URI.create(url.toString().replaceFirst("\\?.*$", ""));
    }

    private static String reason(Throwable e) {
        var cause = e;
        while ((cause instanceof ExecutionException || cause instanceof CompletionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof WebSocketHandshakeException refused && refused.getResponse() != null
                ? "the store answered " + refused.getResponse().statusCode()
                : String.valueOf(cause.getMessage());
    }

    void send(Frame frame) {
        try {
            socket.sendText(frame.written(json, clock.instant()), true).get(SEND_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw DemoStopped.failed("The live line broke while sending a " + frame.type() + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw DemoStopped.failed("The demo was interrupted.");
        }
    }

    Heard listen(Duration atMost) {
        try {
            var arrival = arrivals.poll(Math.max(0, atMost.toMillis()), TimeUnit.MILLISECONDS);
            return switch (arrival) {
                case null -> new Heard.Silence();
                case Arrival.Text(String text) -> new Heard.Said(Frame.read(json, text));
                case Arrival.Closed(String why) -> new Heard.Gone(why);
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw DemoStopped.failed("The demo was interrupted.");
        }
    }

    /// Cuts the line without a word, as a lost network does: no close frame is sent.
    void cut() {
        socket.abort();
    }

    /// Gathers fragments into whole texts.
    private static final class Ear implements WebSocket.Listener {
        private final BlockingQueue<Arrival> arrivals;
        private final StringBuilder text = new StringBuilder();

        private Ear(BlockingQueue<Arrival> arrivals) {
            this.arrivals = arrivals;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                arrivals.add(new Arrival.Text(text.toString()));
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            arrivals.add(new Arrival.Closed(status + (reason.isBlank() ? "" : " " + reason)));
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            arrivals.add(new Arrival.Closed(String.valueOf(error.getMessage())));
        }
    }
}
