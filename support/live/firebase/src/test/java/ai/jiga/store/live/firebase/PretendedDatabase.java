package ai.jiga.store.live.firebase;

import ai.jiga.store.live.LiveState;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/// `/sessions` of a Realtime Database on the loopback interface, with what its REST documentation says of PATCH (each
/// name replaces a child, null removes it), `shallow` and `print=silent`.
final class PretendedDatabase implements AutoCloseable {
    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final ObjectNode sessions = json.createObjectNode();

    final List<Write> writes = new CopyOnWriteArrayList<>();
    /// The status of every answer.
    volatile int status = 200;
    /// Answers wait for it.
    volatile CountDownLatch gate = new CountDownLatch(0);

    record Write(long nanos, JsonNode body) {}

    PretendedDatabase() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/sessions.json", this::serve);
        server.start();
    }

    FirebaseDatabase address() {
        return FirebaseDatabase.read(Map.of(
                "JIGA_LIVE",
                "firebase",
                "JIGA_FIREBASE_DATABASE_URL",
                "http://127.0.0.1:" + server.getAddress().getPort() + "?ns=demo-jiga"));
    }

    synchronized Optional<LiveState> session(String id) {
        JsonNode node = sessions.get(id);
        return node == null
                ? Optional.empty()
                : Optional.of(new LiveState(
                        node.get("status").textValue(),
                        node.at("/dof/consumed").longValue(),
                        node.at("/dof/remaining").longValue(),
                        node.at("/dof/rate").longValue(),
                        node.get("userId").textValue(),
                        node.get("ownerId").textValue(),
                        Instant.ofEpochMilli(node.get("updatedAt").longValue())));
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            gate.await();
            String question = exchange.getRequestURI().getQuery();
            if (status != 200) {
                answer(exchange, status, "{\"error\": \"as the test wishes\"}");
            } else if (!"Bearer owner".equals(exchange.getRequestHeaders().getFirst("Authorization"))
                    || !question.startsWith("ns=demo-jiga&")) {
                answer(exchange, 401, "{\"error\": \"Unauthorized request.\"}");
            } else if (exchange.getRequestMethod().equals("PATCH") && question.endsWith("print=silent")) {
                patch(json.readTree(exchange.getRequestBody()));
                exchange.sendResponseHeaders(204, -1);
            } else if (exchange.getRequestMethod().equals("GET") && question.endsWith("shallow=true")) {
                answer(exchange, 200, shallow());
            } else {
                answer(exchange, 400, "{\"error\": \"not what a mirror asks\"}");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void patch(JsonNode changes) {
        writes.add(new Write(System.nanoTime(), changes));
        changes.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                sessions.remove(change.getKey());
            } else {
                sessions.set(change.getKey(), change.getValue());
            }
        });
    }

    /// `null` when there is none.
    private synchronized String shallow() {
        ObjectNode ids = json.createObjectNode();
        sessions.fieldNames().forEachRemaining(id -> ids.put(id, true));
        return ids.isEmpty() ? "null" : ids.toString();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        gate.countDown();
        server.stop(0);
    }
}
