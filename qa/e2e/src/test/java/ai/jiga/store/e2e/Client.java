package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whoever asks the store: with a token, or nobody.
///
/// @param base the store's root
record Client(URI base, @Nullable String token) {
    static final ObjectMapper JSON = new ObjectMapper();
    static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(60);

    Client(URI base) {
        this(base, null);
    }

    Client as(String other) {
        return new Client(base, other);
    }

    /// @param path from the root
    String url(String path) {
        return base + path;
    }

    Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    Answer post(String path, Object body, String... headers) {
        return send("POST", path, body, headers);
    }

    Answer put(String path, Object body, String... headers) {
        return send("PUT", path, body, headers);
    }

    Answer patch(String path, Object body, String... headers) {
        return send("PATCH", path, body, headers);
    }

    Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /// @param path below `/api/v1`, or a whole URL
    /// @param body a text and bytes are sent as they are, all else as JSON
    /// @param headers names and values by turns
    Answer send(String method, String path, @Nullable Object body, String... headers) {
        URI address = URI.create(path.startsWith("http") ? path : base + "/api/v1" + path);
        var request = HttpRequest.newBuilder(address).timeout(ANSWERED_WITHIN);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null && Stream.of(headers).noneMatch("Content-Type"::equals)) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes(body)));
        try {
            var sent = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            var answer = new Answer(method + " " + path, sent.statusCode(), sent.headers(), sent.body());
            if (address.getRawPath().startsWith("/api/")
                    && address.getAuthority().equals(base.getAuthority())) {
                Described.by(base).check(method, address, answer);
            }
            return answer;
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Object body) {
        try {
            return switch (body) {
                case byte[] bytes -> bytes;
                case String text -> text.getBytes(StandardCharsets.UTF_8);
                default -> JSON.writeValueAsBytes(body);
            };
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /// What the store said.
    record Answer(String request, int status, HttpHeaders headers, byte[] bytes) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Answer that && status == that.status && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return 31 * status + Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return request + " -> " + status + " " + content();
        }

        String content() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            try {
                return JSON.readTree(bytes);
            } catch (IOException e) {
                throw new AssertionError(this + " is not JSON", e);
            }
        }

        JsonNode at(String pointer) {
            return json().at(pointer);
        }

        String text(String pointer) {
            return at(pointer).asText();
        }

        long amount(String pointer) {
            JsonNode node = at(pointer);
            assertThat(node.isIntegralNumber()).as("%s in %s", pointer, this).isTrue();
            return node.longValue();
        }

        List<String> headers(String name) {
            return headers.allValues(name);
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        Answer is(int expected) {
            assertThat(status).as(toString()).isEqualTo(expected);
            return this;
        }

        /// A problem document with everything that one has.
        Answer isProblem(int expected, String code) {
            is(expected);
            assertThat(header("Content-Type")).as(toString()).startsWith("application/problem+json");
            assertThat(text("/code")).as(toString()).isEqualTo(code);
            assertThat(at("/status").asInt()).as(toString()).isEqualTo(expected);
            assertThat(json().properties())
                    .extracting(field -> field.getKey())
                    .as(toString())
                    .contains("type", "title", "detail", "instance", "error", "requestId", "timestamp");
            assertThat(content()).doesNotContain("Exception", "ai.jiga", "\tat ", "SQLITE");
            return this;
        }

        boolean replayed() {
            return header("Idempotent-Replayed").equals("true");
        }
    }
}
