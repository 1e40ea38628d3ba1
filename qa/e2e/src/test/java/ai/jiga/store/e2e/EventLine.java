package ai.jiga.store.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// An open stream of server-sent events, from the client's side: what `EventSource` of a browser does.
final class EventLine implements AutoCloseable {
    private static final long SECONDS = 30;
    private static final Event END = new Event("", "(the stream ended)", "");

    /// @param id of the event, or the last one before it
    record Event(String id, String type, String data) {
        JsonNode json() {
            try {
                return Client.JSON.readTree(data);
            } catch (IOException e) {
                throw new AssertionError(this + " is not JSON", e);
            }
        }
    }

    private final HttpResponse<InputStream> answer;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private volatile String lastId = "";
    private volatile boolean begun;

    private EventLine(HttpResponse<InputStream> answer) {
        this.answer = answer;
        Thread.ofVirtual().start(this::read);
        Eventually.see(() -> begun, is -> is);
    }

    static EventLine open(Person person, String... headers) {
        return open(person.client().base() + "/api/v1/events/stream", headers(person, headers));
    }

    static EventLine open(String address, String... headers) {
        HttpResponse<InputStream> answer = ask(address, headers);
        if (answer.statusCode() != 200) {
            throw new AssertionError("the store answered " + answer.statusCode());
        }
        return new EventLine(answer);
    }

    /// The status of a refused stream.
    static int refusal(String address, String... headers) {
        return ask(address, headers).statusCode();
    }

    private static String[] headers(Person person, String... more) {
        var headers = new String[more.length + 2];
        headers[0] = "Authorization";
        headers[1] = "Bearer " + person.client().token();
        System.arraycopy(more, 0, headers, 2, more.length);
        return headers;
    }

    private static HttpResponse<InputStream> ask(String address, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/event-stream");
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return Client.HTTP.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// HTML standard, 9.2.6.
    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            String type = "message";
            var data = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        events.add(new Event(lastId, type, data.toString()));
                    }
                    type = "message";
                    data.setLength(0);
                    begun = true;
                } else if (line.startsWith("id:")) {
                    lastId = value(line);
                } else if (line.startsWith("event:")) {
                    type = value(line);
                } else if (line.startsWith("data:")) {
                    data.append(value(line));
                }
            }
        } catch (IOException cut) {
            // As the end.
        }
        begun = true;
        events.add(END);
    }

    private static String value(String line) {
        String value = line.substring(line.indexOf(':') + 1);
        return value.startsWith(" ") ? value.substring(1) : value;
    }

    HttpHeaders headers() {
        return answer.headers();
    }

    /// Of the last event, or what the stream said at its beginning.
    String lastId() {
        return lastId;
    }

    Event next() {
        try {
            Event event = events.poll(SECONDS, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("nothing came within " + SECONDS + " s");
            }
            return event;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The next of that type; what comes before is passed over.
    Event hear(String type) {
        while (true) {
            Event event = next();
            if (event.type().equals(type)) {
                return event;
            }
            if (event == END) {
                throw new AssertionError("the stream ended before " + type);
            }
        }
    }

    /// Hears on until each of these types has come, in whatever order.
    Map<String, Event> hearAll(String... types) {
        var heard = new HashMap<String, Event>();
        while (!heard.keySet().containsAll(List.of(types))) {
            Event event = next();
            heard.put(event.type(), event);
        }
        return heard;
    }

    /// Waits until the store closes it.
    void ends() {
        while (next() != END) {
            // What was said before.
        }
    }

    @Override
    public void close() {
        try {
            answer.body().close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
