import module java.net.http;

/// Talks to a hired agent over the session's WebSocket, and shows every frame as it goes over the line. It is also
/// the least that a client of your own needs, so it stands on the JDK alone: `./jiga talk URL?ticket=TICKET TEXT...`
///
/// What begins with a brace is sent as a game event, all else as something the player says. Without texts it
/// reads lines from standard input.
void main(String[] args) throws Exception {
    if (args.length == 0) {
        throw stop("Say where: the session's websocketUrl, with ?ticket= and its ticket behind it.");
    }
    try (var http = HttpClient.newHttpClient()) {
        var line = connect(http, args[0]);
        // Numbers go on where the last connection stopped: a number the store has seen is not handled again.
        long seq = Long.parseLong(found("\"resumedFromSeq\":(\\d+)", hear("\"type\":\"session_started\"")));
        var texts = args.length > 1
                ? Stream.of(args).skip(1)
                : new BufferedReader(new InputStreamReader(System.in)).lines();
        for (var text : (Iterable<String>) texts::iterator) {
            seq++;
            var frame = text.startsWith("{")
                    ? "{\"type\":\"game_event\",\"seq\":%d,\"data\":%s}".formatted(seq, text)
                    : "{\"type\":\"text_input\",\"seq\":%d,\"data\":{\"text\":\"%s\"}}".formatted(seq, escaped(text));
            IO.println("> " + frame);
            line.sendText(frame, true).join();
            // The last frame about a number says what it cost; an answer may come in several parts before.
            hear("\"seq\":" + seq + ",.*\"dofConsumed\":");
        }
        // The clock stands still from here until somebody connects again.
        line.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        while (!line.isInputClosed() && heard.poll(5, TimeUnit.SECONDS) != null) {
            // What was on its way is of no interest any more; the last that comes is that the line is closed.
        }
    }
}

final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

WebSocket connect(HttpClient http, String url) {
    var listener = new WebSocket.Listener() {
        final StringBuilder frame = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            frame.append(part);
            // The store sends whole frames; the network may cut them.
            if (last) {
                heard.add(frame.toString());
                frame.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            heard.add("closed: %d %s".formatted(code, reason));
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            heard.add("closed: " + error.getMessage());
        }
    };
    try {
        return http.newWebSocketBuilder().buildAsync(URI.create(url), listener).join();
    } catch (CompletionException e) {
        throw stop(e.getCause() instanceof WebSocketHandshakeException refused
                ? "The store answered %d. A ticket is good for one connection within a minute: ask for a new one."
                        .formatted(refused.getResponse().statusCode())
                : "Nothing answers there: " + url.replaceFirst("\\?.*", ""));
    } catch (IllegalArgumentException e) {
        throw stop("This is no WebSocket address: " + url);
    }
}

/// Shows what comes until the expected frame has come.
String hear(String expected) throws InterruptedException {
    while (true) {
        var frame = heard.poll(30, TimeUnit.SECONDS);
        if (frame == null) {
            throw stop("The store has said nothing for 30 seconds.");
        }
        IO.println("< " + frame);
        if (frame.startsWith("closed: ") || frame.contains("\"type\":\"error\"")) {
            throw stop("The store did not go on; its last line says why.");
        }
        if (Pattern.compile(expected).matcher(frame).find()) {
            return frame;
        }
    }
}

String found(String pattern, String text) {
    var matcher = Pattern.compile(pattern).matcher(text);
    return matcher.find() ? matcher.group(1) : "0";
}

String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
}

Error stop(String sentence) {
    System.err.println("talk: " + sentence);
    System.exit(1);
    return new Error(sentence);
}
