package ai.jiga.store.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The store's HTTP API as a stranger's client sees it: JSON in, JSON or a problem document (RFC 9457) out.
///
/// [#call] takes whatever the store answers; [#get], [#post] and [#delete] stop the demo at a refusal.
final class Api {
    private static final String BASE = "/api/v1";
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
    private static final int MOST_PAGES = 100;

    private final HttpClient http;
    private final ObjectMapper json;
    private final URI root;

    Api(HttpClient http, ObjectMapper json, URI root) {
        this.http = http;
        this.json = json;
        this.root = root;
    }

    /// HTTP/1.1 throughout: the live line's upgrade needs it, and one protocol is easier to follow in a trace.
    static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_WITHIN)
                .build();
    }

    /// Who calls: an access token, or nobody.
    sealed interface Identity {
        record Nobody() implements Identity {}

        record Bearer(String token) implements Identity {}
    }

    Answer get(Identity who, String path) {
        return accepted(call(who, "GET", path, Map.of(), Map.of()));
    }

    Answer post(Identity who, String path, Object body) {
        return accepted(call(who, "POST", path, body, Map.of()));
    }

    Answer post(Identity who, String path, Object body, Map<String, String> headers) {
        return accepted(call(who, "POST", path, body, headers));
    }

    Answer delete(Identity who, String path) {
        return accepted(call(who, "DELETE", path, Map.of(), Map.of()));
    }

    /// Every item of a paged answer, following `nextCursor` to the end.
    List<JsonNode> all(Identity who, String path) {
        var items = new ArrayList<JsonNode>();
        var next = path;
        for (var page = 0; page < MOST_PAGES; page++) {
            var answer = get(who, next);
            answer.node("/items").forEach(items::add);
            var cursor = answer.body().path("nextCursor").asText("");
            if (cursor.isEmpty() || answer.body().path("nextCursor").isNull()) {
                return items;
            }
            next = path + (path.contains("?") ? "&" : "?") + "cursor=" + encoded(cursor);
        }
        throw DemoStopped.failed(path + " still has a next page after " + MOST_PAGES + " pages.");
    }

    /// `path` starts with `/` and is taken under the API's base, or under the root for `/.well-known` and `/ready`;
    /// a full URL, such as a checkout's, is taken as it is.
    Answer call(Identity who, String method, String path, Object body, Map<String, String> headers) {
        var label = method + " " + path;
        var address = address(path);
        var request = HttpRequest.newBuilder(address)
                .timeout(ANSWER_WITHIN)
                .header("Accept", "application/json, application/problem+json");
        switch (who) {
            case Identity.Nobody() -> {}
            case Identity.Bearer(String token) -> {
                // A checkout may be somebody else's page, and a token is for the store alone.
                if (root.getHost().equals(address.getHost())) {
                    request.header("Authorization", "Bearer " + token);
                }
            }
        }
        headers.forEach(request::header);
        if ("POST".equals(method)) {
            request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(written(body)));
        } else {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(label, response.statusCode(), response.headers(), read(response.body()));
        } catch (HttpConnectTimeoutException | ConnectException e) {
            throw DemoStopped.notStarted("No store answers at " + root
                    + ". Start one with ./jiga up in another terminal, then run the demo again.");
        } catch (HttpTimeoutException e) {
            throw DemoStopped.failed(label + " was not answered within " + ANSWER_WITHIN.toSeconds() + " s.");
        } catch (IOException e) {
            throw DemoStopped.failed("The store broke the connection during " + label + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw DemoStopped.failed("The demo was interrupted.");
        }
    }

    /// A URL the store gave: absolute by its contract, resolved against the root if it is not.
    URI address(String path) {
        if (path.startsWith("http://") || path.startsWith("https://")) {
            return URI.create(path);
        }
        var atRoot = Stream.of("/.well-known/", "/ready", "/health").anyMatch(path::startsWith);
        return URI.create(root + (atRoot ? "" : BASE) + path);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Answer accepted(Answer answer) {
        if (answer.status() < 200 || answer.status() >= 300) {
            throw DemoStopped.failed("The store refused: " + answer.refusal() + ".");
        }
        return answer;
    }

    private String written(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode read(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : json.readTree(body);
        } catch (JsonProcessingException e) {
            // A page, such as the checkout's: its status is all the demo needs.
            return MissingNode.getInstance();
        }
    }
}
