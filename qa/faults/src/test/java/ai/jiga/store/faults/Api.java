package ai.jiga.store.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The public API as a client calls it: what the store is too busy for is asked again a little later, as it says. A
/// store that dies shows as an [IOException].
final class Api {
    static final ObjectMapper JSON = new ObjectMapper();
    /// The pages of the sandbox lie beside the API.
    private static final String CHECKOUT = "/checkout/";

    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(180);

    /// What a killed store had locked, Firestore keeps locked for a minute.
    private static final Duration SERVED_WITHIN = Duration.ofMinutes(3);

    private final URI base;
    private final HttpClient http;

    Api(URI base, HttpClient http) {
        this.base = base;
        this.http = http;
    }

    record Answer(int status, JsonNode body) {
        String text(String field) {
            return body.path(field).asText();
        }
    }

    /// Who asks, and whether a repetition is to be known as one.
    record Sender(@Nullable String token, @Nullable String key) {
        static final Sender NOBODY = new Sender(null, null);
    }

    Answer get(Sender sender, String path) throws IOException, InterruptedException {
        return call(sender, "GET", path, null);
    }

    Answer call(Sender sender, String method, String path, @Nullable Object body)
            throws IOException, InterruptedException {
        URI url = base.resolve(path.startsWith(CHECKOUT) ? path : "/api/v1" + path);
        var request = HttpRequest.newBuilder(url).timeout(ANSWERED_WITHIN);
        if (sender.token() != null) {
            request.header("Authorization", "Bearer " + sender.token());
        }
        if (sender.key() != null) {
            request.header("Idempotency-Key", sender.key());
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        request.method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        HttpResponse<String> answer = send(request.build());
        return new Answer(answer.statusCode(), JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body()));
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (true) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            var pause = answer.headers().firstValueAsLong("Retry-After");
            if (answer.statusCode() != 503 || pause.isEmpty() || System.nanoTime() - begin > SERVED_WITHIN.toNanos()) {
                return answer;
            }
            TimeUnit.SECONDS.sleep(pause.getAsLong());
        }
    }
}
