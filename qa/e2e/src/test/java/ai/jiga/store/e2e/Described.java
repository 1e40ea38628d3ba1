package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.Client.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What the description says that operations answer. Every journey is held to it: an answer that nobody described
/// fails the test that got it.
record Described(List<Operation> operations) {
    /// It is made when the store is built, and so the same for all stores of a run: the tests start dozens, and kept
    /// for each, it would fill their heap.
    private static final Map<String, Described> KNOWN = new ConcurrentHashMap<>();

    /// @param codes of the problems, by status
    record Operation(String method, List<String> path, Map<Integer, Set<String>> codes) {
        private boolean matches(String asked, List<String> given) {
            if (!method.equals(asked) || path.size() != given.size()) {
                return false;
            }
            for (int i = 0; i < path.size(); i++) {
                boolean any = isAny(path.get(i)) && !given.get(i).isEmpty();
                if (!any && !path.get(i).equals(given.get(i))) {
                    return false;
                }
            }
            return true;
        }

        private long anys() {
            return path.stream().filter(Operation::isAny).count();
        }

        private static boolean isAny(String segment) {
            return segment.startsWith("{");
        }
    }

    static Described by(URI base) {
        return KNOWN.computeIfAbsent("this build", build -> read(base));
    }

    private static Described read(URI base) {
        var request =
                HttpRequest.newBuilder(base.resolve("/openapi?format=json")).build();
        try {
            var answer = Client.HTTP.send(request, BodyHandlers.ofByteArray());
            return of(Client.JSON.readTree(answer.body()).path("paths"));
        } catch (IOException e) {
            throw new AssertionError("the store does not describe itself", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Described of(JsonNode paths) {
        var operations = new ArrayList<Operation>();
        paths.properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT),
                                segments(path.getKey()),
                                codes(method.getValue().path("responses"))))));
        return new Described(List.copyOf(operations));
    }

    private static Map<Integer, Set<String>> codes(JsonNode responses) {
        var codes = new HashMap<Integer, Set<String>>();
        responses.properties().forEach(response -> {
            var known = new HashSet<String>();
            response.getValue()
                    .at("/content/application~1problem+json/schema/allOf/1/properties/code/enum")
                    .forEach(code -> known.add(code.asText()));
            codes.put(Integer.valueOf(response.getKey()), Set.copyOf(known));
        });
        return Map.copyOf(codes);
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }

    void check(String method, URI address, Answer answer) {
        operation(method, segments(address.getRawPath())).ifPresent(operation -> {
            assertThat(operation.codes())
                    .as("%s, of which the description has no %s", answer, answer.status())
                    .containsKey(answer.status());
            if (answer.header("Content-Type").startsWith("application/problem+json")) {
                assertThat(operation.codes().get(answer.status()))
                        .as("%s, of which the description has not this code", answer)
                        .contains(answer.text("/code"));
            }
        });
    }

    private Optional<Operation> operation(String method, List<String> path) {
        return operations.stream()
                .filter(operation -> operation.matches(method, path))
                .min(Comparator.comparingLong(Operation::anys));
    }
}
