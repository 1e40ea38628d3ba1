package ai.jiga.store.search.algolia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// A stand-in for one application of Algolia, since there is no server of it to run here. Its paths, requests and
/// answers follow Algolia's public API reference as far as the engine uses it; what it finds follows the
/// documentation of ranking, typo tolerance and filters, in the plainest way. **It has not been compared with the
/// service itself**: a test that passes here says that the engine speaks the documented API and lives with its
/// faults, not that Algolia finds the same.
final class AlgoliaStub implements AutoCloseable {
    static final String APPLICATION = "STUB123456";
    static final String KEY = "a-write-key-of-the-stub";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, StubIndex> indexes = new TreeMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private int pollsUntilPublished = 1;
    private long lastTask;

    /// What goes wrong with the next requests of a path.
    ///
    /// @param status the answer; 0 for none at all
    /// @param afterwards whether the request has its effect all the same
    private record Fault(String path, int status, boolean afterwards) {}

    private record Answer(int status, JsonNode body) {}

    AlgoliaStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    AlgoliaOptions options() {
        return options(KEY);
    }

    AlgoliaOptions options(String key) {
        URI host = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new AlgoliaOptions(APPLICATION, key, "test", List.of(host));
    }

    /// Answers the next requests to paths that end so with this status.
    synchronized void fail(String path, int status, int times) {
        for (int i = 0; i < times; i++) {
            faults.add(new Fault(path, status, false));
        }
    }

    /// Does what the next request to such a path wants, and answers with this status nevertheless.
    synchronized void failAfterwards(String path, int status) {
        faults.add(new Fault(path, status, true));
    }

    /// Never answers the next requests to such paths.
    synchronized void hang(String path, int times) {
        fail(path, 0, times);
    }

    /// A task is published when it has been asked about so many times.
    synchronized void publishAfter(int polls) {
        pollsUntilPublished = polls;
    }

    /// Every request so far, as `METHOD path`.
    List<String> asked() {
        return List.copyOf(asked);
    }

    synchronized StubIndex index(String name) {
        return indexes.computeIfAbsent(name, StubIndex::new);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            asked.add(exchange.getRequestMethod() + " " + path);
            byte[] body = body(exchange);
            Fault fault = fault(path);
            Answer answer = fault != null && !fault.afterwards() ? problem(fault.status()) : answer(exchange, body);
            if (fault != null) {
                answer = problem(fault.status());
            }
            if (answer.status() == 0) {
                stopped.await();
                return;
            }
            // Not writeValueAsBytes, which escapes an emoji in a name: this Jackson cannot read that again.
            byte[] bytes = json.writeValueAsString(answer.body()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (InputStream in = packed ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
            return in.readAllBytes();
        }
    }

    private synchronized @Nullable Fault fault(String path) {
        for (Iterator<Fault> next = faults.iterator(); next.hasNext(); ) {
            Fault fault = next.next();
            if (path.endsWith(fault.path())) {
                next.remove();
                return fault;
            }
        }
        return null;
    }

    private synchronized Answer answer(HttpExchange exchange, byte[] body) throws IOException {
        if (!APPLICATION.equals(exchange.getRequestHeaders().getFirst("x-algolia-application-id"))
                || !KEY.equals(exchange.getRequestHeaders().getFirst("x-algolia-api-key"))) {
            return problem(403, "Invalid Application-ID or API key");
        }
        String[] path = exchange.getRequestURI().getRawPath().split("/");
        JsonNode sent = body.length == 0 ? json.createObjectNode() : json.readTree(body);
        String index = URLDecoder.decode(path[3], StandardCharsets.UTF_8);
        String what = path.length > 4 ? path[4] : "";
        return switch (exchange.getRequestMethod() + " " + what) {
            case "POST queries" -> queries(sent);
            case "POST batch" -> task(index(index), target -> target.batch(sent.path("requests")));
            case "POST clear" -> task(index(index), StubIndex::clear);
            case "PUT settings" -> task(index(index), target -> target.configure((ObjectNode) sent, this::index));
            case "GET settings" -> existing(index, target -> new Answer(200, target.settings()));
            case "GET task" -> existing(index, target -> published(target, Long.parseLong(path[5])));
            case "POST synonyms" ->
                switch (path[5]) {
                    case "search" -> existing(index, target -> new Answer(200, synonyms(target)));
                    case "batch" -> task(index(index), target -> target.synonyms((ArrayNode) sent));
                    default -> task(index(index), target -> target.synonyms(json.createArrayNode()));
                };
            default -> existing(index, target -> object(target, what));
        };
    }

    private interface Change {
        void run(StubIndex index);
    }

    private Answer task(StubIndex index, Change change) {
        long task = ++lastTask;
        index.enqueue(task, () -> change.run(index));
        return new Answer(
                200, json.createObjectNode().put("taskID", task).put("updatedAt", "2026-01-01T00:00:00.000Z"));
    }

    private Answer published(StubIndex index, long task) {
        boolean published = index.polled(task, pollsUntilPublished);
        return new Answer(
                200,
                json.createObjectNode()
                        .put("status", published ? "published" : "notPublished")
                        .put("pendingTask", false));
    }

    private interface Reading {
        Answer of(StubIndex index) throws IOException;
    }

    private Answer existing(String name, Reading reading) throws IOException {
        StubIndex index = indexes.get(name);
        return index == null ? problem(404, "Index " + name + " does not exist") : reading.of(index);
    }

    private Answer object(StubIndex index, String id) {
        ObjectNode object = index.objects().get(URLDecoder.decode(id, StandardCharsets.UTF_8));
        return object == null ? problem(404, "ObjectID does not exist") : new Answer(200, object);
    }

    private ObjectNode synonyms(StubIndex index) {
        ObjectNode answer = json.createObjectNode();
        answer.set("hits", index.synonyms());
        return answer.put("nbHits", index.synonyms().size());
    }

    private Answer queries(JsonNode sent) {
        ObjectNode answer = json.createObjectNode();
        ArrayNode results = answer.putArray("results");
        for (JsonNode query : sent.path("requests")) {
            StubIndex index = indexes.get(query.path("indexName").asText());
            if (index == null) {
                return problem(404, "Index " + query.path("indexName").asText() + " does not exist");
            }
            results.add(new StubSearch(index, query).answer());
        }
        return new Answer(200, answer);
    }

    private Answer problem(int status) {
        return problem(status, "Injected");
    }

    private Answer problem(int status, String message) {
        return new Answer(
                status, json.createObjectNode().put("message", message).put("status", status));
    }

    @Override
    public void close() {
        stopped.countDown();
        server.stop(0);
        threads.close();
    }
}
