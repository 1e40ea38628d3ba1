package ai.jiga.store.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The public API of a started store, as a client uses it.
final class StoreApi implements AutoCloseable {
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(20);
    /// A settlement that is under way elsewhere is asked for again.
    private static final int UNAVAILABLE = 503;

    private static final int MOST_REPEATS = 20;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    StoreApi(URI base) {
        this.base = base;
    }

    HttpClient http() {
        return http;
    }

    ObjectMapper json() {
        return json;
    }

    /// The least that the process can answer as JSON.
    void bare() throws IOException, InterruptedException {
        send("GET", base + "/health", null, null);
    }

    JsonNode get(String path, @Nullable String token) throws IOException, InterruptedException {
        return send("GET", base + "/api/v1" + path, token, null);
    }

    /// @param to a path below `/api/v1`, or a whole address
    JsonNode post(String to, @Nullable String token, String body) throws IOException, InterruptedException {
        return send("POST", to.startsWith("http") ? to : base + "/api/v1" + to, token, body);
    }

    JsonNode delete(String path, String token) throws IOException, InterruptedException {
        return send("DELETE", base + "/api/v1" + path, token, null);
    }

    /// @throws IllegalStateException for an answer that is no success: what is measured must work
    private JsonNode send(String method, String to, @Nullable String token, @Nullable String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(to)).timeout(ANSWERED_WITHIN);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        for (int i = 0; answer.statusCode() == UNAVAILABLE && i < MOST_REPEATS; i++) {
            answer = http.send(request.build(), BodyHandlers.ofString());
        }
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    method + " " + to + " was answered " + answer.statusCode() + ": " + answer.body());
        }
        return json.readTree(answer.body());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
