import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Talks to a hired agent over the session's WebSocket, and shows every frame as it goes over the line. It is also the
 * least that a client of your own needs, so it stands on a JDK alone, 11 or newer, and needs no build:
 *
 * <pre>./jiga talk URL?ticket=TICKET TEXT...          or, without this checkout
 * java Talk.java URL?ticket=TICKET TEXT...</pre>
 *
 * What begins with a brace is sent as a game event, all else as something the player says. Without texts it reads lines
 * from standard input.
 */
public class Talk {
    private static final BlockingQueue<String> HEARD = new LinkedBlockingQueue<>();

    public static void main(String[] args) throws Exception {
        if (args.length == 0) {
            throw stop("Say where: the session's websocketUrl, with ?ticket= and its ticket behind it.");
        }
        var line = connect(args[0]);
        // Numbers go on where the last connection stopped: a number the store has seen is not handled again.
        long seq = Long.parseLong(found("\"resumedFromSeq\":(\\d+)", hear("\"type\":\"session_started\"")));
        var texts = args.length > 1
                ? Stream.of(args).skip(1)
                : new BufferedReader(new InputStreamReader(System.in)).lines();
        for (var text : (Iterable<String>) texts::iterator) {
            seq++;
            var frame = text.startsWith("{")
                    ? String.format("{\"type\":\"game_event\",\"seq\":%d,\"data\":%s}", seq, text)
                    : String.format(
                            "{\"type\":\"text_input\",\"seq\":%d,\"data\":{\"text\":\"%s\"}}", seq, escaped(text));
            System.out.println("> " + frame);
            line.sendText(frame, true).join();
            // The last frame about a number says what it cost; an answer may come in several parts before.
            hear("\"seq\":" + seq + ",.*\"dofConsumed\":");
        }
        // The clock stands still from here until somebody connects again.
        line.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        while (!line.isInputClosed() && HEARD.poll(5, TimeUnit.SECONDS) != null) {
            // What was on its way is of no interest any more; the last that comes is that the line is closed.
        }
    }

    private static WebSocket connect(String url) {
        var listener = new WebSocket.Listener() {
            final StringBuilder frame = new StringBuilder();

            @Override
            public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
                frame.append(part);
                // The store sends whole frames; the network may cut them.
                if (last) {
                    HEARD.add(frame.toString());
                    frame.setLength(0);
                }
                socket.request(1);
                return null;
            }

            @Override
            public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
                HEARD.add(String.format("closed: %d %s", code, reason));
                return null;
            }

            @Override
            public void onError(WebSocket socket, Throwable error) {
                HEARD.add("closed: " + error.getMessage());
            }
        };
        try {
            return HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(URI.create(url), listener)
                    .join();
        } catch (CompletionException e) {
            throw stop(
                    e.getCause() instanceof WebSocketHandshakeException
                            ? String.format(
                                    "The store answered %d. A ticket is good for one connection within a minute: ask for"
                                            + " a new one.",
                                    ((WebSocketHandshakeException) e.getCause())
                                            .getResponse()
                                            .statusCode())
                            : "Nothing answers there: " + url.replaceFirst("\\?.*", ""));
        } catch (IllegalArgumentException e) {
            throw stop("This is no WebSocket address: " + url);
        }
    }

    /** Shows what comes until the expected frame has come. */
    private static String hear(String expected) throws InterruptedException {
        while (true) {
            var frame = HEARD.poll(30, TimeUnit.SECONDS);
            if (frame == null) {
                throw stop("The store has said nothing for 30 seconds.");
            }
            System.out.println("< " + frame);
            if (frame.startsWith("closed: ") || frame.contains("\"type\":\"error\"")) {
                throw stop("The store did not go on; its last line says why.");
            }
            if (Pattern.compile(expected).matcher(frame).find()) {
                return frame;
            }
        }
    }

    private static String found(String pattern, String text) {
        var matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? matcher.group(1) : "0";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
    }

    private static Error stop(String sentence) {
        System.err.println("talk: " + sentence);
        System.exit(1);
        return new Error(sentence);
    }
}
