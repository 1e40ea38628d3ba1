package ai.jiga.store.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/// The public API of a started store, as a client uses it: each caller has a connection for the time of a request.
final class StoreApi implements AutoCloseable {
    /// A settlement that is under way elsewhere is asked for again.
    private static final int UNAVAILABLE = 503;

    private static final int MOST_REPEATS = 20;

    private final ObjectMapper json = new ObjectMapper();
    private final Deque<HttpLine> idle = new ConcurrentLinkedDeque<>();
    private final URI base;

    StoreApi(URI base) {
        this.base = base;
    }

    ObjectMapper json() {
        return json;
    }

    /// The least that the process can answer as JSON.
    void bare() throws IOException {
        send("GET", "/health", null, null);
    }

    JsonNode get(String path, @Nullable String token) throws IOException {
        return json.readTree(send("GET", "/api/v1" + path, token, null));
    }

    /// For whoever wants the answer to have come, and nothing of it.
    void read(String path) throws IOException {
        send("GET", "/api/v1" + path, null, null);
    }

    /// @param to a path below `/api/v1`, or a whole address
    JsonNode post(String to, @Nullable String token, String body) throws IOException {
        String path = to.startsWith("http") ? URI.create(to).getRawPath() : "/api/v1" + to;
        return json.readTree(send("POST", path, token, body));
    }

    JsonNode delete(String path, String token) throws IOException {
        return json.readTree(send("DELETE", "/api/v1" + path, token, null));
    }

    /// A connection of one's own.
    HttpLine line() throws IOException {
        return new HttpLine(base);
    }

    /// @throws IllegalStateException for an answer that is no success: what is measured must work
    private String send(String method, String target, @Nullable String token, @Nullable String body)
            throws IOException {
        String headers = token == null ? "" : "Authorization: Bearer " + token + "\r\n";
        HttpLine waiting = idle.pollFirst();
        HttpLine line = waiting == null ? line() : waiting;
        HttpLine.Answer answer = line.ask(method, target, headers, body);
        for (int i = 0; answer.status() == UNAVAILABLE && i < MOST_REPEATS; i++) {
            answer = line.ask(method, target, headers, body);
        }
        idle.addFirst(line);
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException(
                    method + " " + target + " was answered " + answer.status() + ": " + answer.body());
        }
        return answer.body();
    }

    @Override
    public void close() throws IOException {
        for (HttpLine line : idle) {
            line.close();
        }
    }
}
