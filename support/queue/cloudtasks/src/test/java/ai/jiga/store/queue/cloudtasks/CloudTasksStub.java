package ai.jiga.store.queue.cloudtasks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/// Speaks the shapes of Cloud Tasks' REST API that the engine uses, as its documentation gives them: holds tasks
/// until they are due by a clock that is set, calls their target with an OIDC token of its own keys, tries again on
/// anything but 2xx, and remembers the names of tasks that are done.
final class CloudTasksStub implements AutoCloseable {
    /// The vendor's client sends the numbers of enums.
    private static final int POST = 1;

    private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(1);
    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(5);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Held> tasks = new HashMap<>();
    private final TokenIssuer issuer = new TokenIssuer();
    private volatile int refusing;

    private static final class Held {
        private final String url;
        private final String account;
        private final String audience;
        private Instant next;
        private int failures;
        private boolean calling;
        private boolean done;

        Held(String url, String account, String audience, Instant next) {
            this.url = url;
            this.account = account;
            this.audience = audience;
            this.next = next;
        }
    }

    CloudTasksStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/certs", exchange -> answer(exchange, 200, issuer.publicKeys()));
        server.createContext("/v2/", this::api);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    URI keys() {
        return endpoint().resolve("/certs");
    }

    TokenIssuer issuer() {
        return issuer;
    }

    /// Answers creations with this status; 0 for none.
    void refuse(int status) {
        refusing = status;
    }

    synchronized int created() {
        return tasks.size();
    }

    private void api(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (exchange.getRequestMethod().equals("GET")) {
            boolean there = path.endsWith("/queues/tasks");
            answer(exchange, there ? 200 : 404, there ? "{\"name\":\"" + path.substring(4) + "\"}" : error(404));
        } else if (refusing != 0) {
            answer(exchange, refusing, error(refusing));
        } else {
            JsonNode task = json.readTree(body).path("task");
            answer(exchange, create(task) ? 200 : 409, "{\"name\":" + task.path("name") + "}");
        }
    }

    private static String error(int status) {
        return "{\"error\":{\"code\":" + status + ",\"message\":\"by the stub\"}}";
    }

    private synchronized boolean create(JsonNode task) {
        JsonNode request = task.path("httpRequest");
        JsonNode token = request.path("oidcToken");
        String name = task.path("name").asText();
        if (name.isEmpty() || request.path("httpMethod").asInt() != POST) {
            throw new IllegalStateException("not a task that the engine makes: " + task);
        }
        var held = new Held(
                request.path("url").asText(),
                token.path("serviceAccountEmail").asText(),
                token.path("audience").asText(),
                Instant.parse(task.path("scheduleTime").asText()));
        return tasks.putIfAbsent(name, held) == null;
    }

    /// Calls what is due, the earliest first, and waits for the answers.
    void callWhatIsDue(InstantSource clock) {
        for (Held task : due(clock.instant())) {
            call(task, clock.instant());
        }
    }

    private synchronized List<Held> due(Instant now) {
        var due = new ArrayList<>(tasks.values().stream()
                .filter(task -> !task.done && !task.calling && !task.next.isAfter(now))
                .sorted(Comparator.comparing(task -> task.next))
                .toList());
        due.forEach(task -> task.calling = true);
        return due;
    }

    private void call(Held task, Instant now) {
        int status = post(task, now);
        synchronized (this) {
            task.calling = false;
            if (status / 100 == 2) {
                task.done = true;
                return;
            }
            Duration backOff = FIRST_BACK_OFF.multipliedBy(1L << Math.min(task.failures, 20));
            task.failures++;
            task.next = now.plus(backOff.compareTo(LONGEST_BACK_OFF) < 0 ? backOff : LONGEST_BACK_OFF);
        }
    }

    private int post(Held task, Instant now) {
        JWTClaimsSet claims = TokenIssuer.claims(task.audience, task.account, now);
        HttpRequest request = HttpRequest.newBuilder(URI.create(task.url))
                .header("Authorization", "Bearer " + issuer.token(claims))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException away) {
            return 503;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 503;
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.shutdownNow();
    }
}
