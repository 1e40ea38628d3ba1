package ai.jiga.store.live.firebase;

import ai.jiga.store.live.LiveState;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The database's REST interface, as far as a mirror needs it (Firebase Database REST API: PATCH,
/// `shallow`, `print=silent`). Sessions lie in `/sessions/{id}`.
final class DatabaseClient implements AutoCloseable {
    private static final String SESSIONS = "/sessions.json";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_IN_WORDS = 200;
    private static final int FINE = 300;

    private final FirebaseDatabase database;
    private final Bearer bearer;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    DatabaseClient(FirebaseDatabase database, Bearer bearer) {
        this.database = database;
        this.bearer = bearer;
    }

    /// One request for all of them: a state replaces the session's, none removes it.
    ///
    /// @throws IOException when the database did not take them
    void write(Map<String, Optional<LiveState>> changes) throws IOException, InterruptedException {
        ObjectNode body = json.createObjectNode();
        changes.forEach((id, state) -> body.set(id, state.map(this::node).orElse(null)));
        send(request(database.at(SESSIONS, "print=silent"))
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(json.writeValueAsString(body)))
                .build());
    }

    /// The ids of all sessions that are there.
    Set<String> ids() throws IOException, InterruptedException {
        JsonNode all = json.readTree(
                send(request(database.at(SESSIONS, "shallow=true")).GET().build())
                        .body());
        var ids = new HashSet<String>();
        all.fieldNames().forEachRemaining(ids::add);
        return ids;
    }

    private HttpRequest.Builder request(URI address) throws IOException {
        return HttpRequest.newBuilder(address).timeout(PATIENCE).header("Authorization", "Bearer " + bearer.token());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= FINE) {
            String said = answer.body();
            throw new IOException("the Realtime Database answers " + answer.statusCode() + " "
                    + said.substring(0, Math.min(said.length(), MOST_IN_WORDS)));
        }
        return answer;
    }

    private ObjectNode node(LiveState state) {
        ObjectNode node = json.createObjectNode();
        node.put("status", state.status());
        ObjectNode dof = node.putObject("dof");
        dof.put("consumed", state.consumed());
        dof.put("remaining", state.remaining());
        dof.put("rate", state.rate());
        node.put("userId", state.userId());
        node.put("ownerId", state.ownerId());
        // As the database's own server time is: rules and clients can compare it with `now`.
        node.put("updatedAt", state.updatedAt().toEpochMilli());
        return node;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
