package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.Client.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/// What a store's description says its operations answer. Every journey is held to it: an answer that nobody described
/// fails the test that got it.
record Described(JsonNode paths) {
    private static final Map<URI, Described> KNOWN = new ConcurrentHashMap<>();

    static Described of(URI base) {
        return KNOWN.computeIfAbsent(base, Described::read);
    }

    private static Described read(URI base) {
        var request =
                HttpRequest.newBuilder(base.resolve("/openapi?format=json")).build();
        try {
            var answer = Client.HTTP.send(request, BodyHandlers.ofByteArray());
            return new Described(Client.JSON.readTree(answer.body()).path("paths"));
        } catch (IOException e) {
            throw new AssertionError("the store does not describe itself", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void check(String method, URI address, Answer answer) {
        operation(method, address.getRawPath()).ifPresent(operation -> {
            JsonNode described = operation.path("responses").path(Integer.toString(answer.status()));
            assertThat(described.isMissingNode())
                    .as("%s, of which the description has no %s", answer, answer.status())
                    .isFalse();
            if (answer.header("Content-Type").startsWith("application/problem+json")) {
                assertThat(codes(described))
                        .as("%s, of which the description has not this code", answer)
                        .contains(answer.text("/code"));
            }
        });
    }

    private static Iterable<String> codes(JsonNode described) {
        JsonNode codes = described.at("/content/application~1problem+json/schema/allOf/1/properties/code/enum");
        return StreamSupport.stream(codes.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private Optional<JsonNode> operation(String method, String path) {
        return paths.properties().stream()
                .filter(entry -> entry.getValue().has(method.toLowerCase(Locale.ROOT)))
                .filter(entry -> matches(entry.getKey(), path))
                .min(Comparator.comparingInt(entry -> entry.getKey().split("\\{", -1).length))
                .map(entry -> entry.getValue().path(method.toLowerCase(Locale.ROOT)));
    }

    private static boolean matches(String template, String path) {
        String[] named = template.split("/", -1);
        String[] given = path.split("/", -1);
        return named.length == given.length
                && Arrays.equals(
                        named, given, (a, b) -> a.startsWith("{") && !b.isEmpty() || a.equals(b) ? 0 : a.compareTo(b));
    }
}
