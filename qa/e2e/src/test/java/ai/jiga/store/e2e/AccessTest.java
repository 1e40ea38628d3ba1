package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.Client.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The access table against the doors: every described operation is called as everybody there is.
@ExtendWith(RunningStore.class)
class AccessTest {
    /// Refusals that say who may not, and nothing of what was asked.
    private static final Set<String> OF_ACCESS = Set.of("UNAUTHORIZED", "FORBIDDEN", "SCOPE_MISSING", "NOT_FOR_KEYS");

    private static final Set<String> SOCKETS = Set.of("sessionSocket", "liveSocket");

    private final Client anonymous;
    private final AccessTable table = AccessTable.read();

    AccessTest(Client store) {
        this.anonymous = store;
    }

    /// @param path with an example in each place
    private record Operation(
            String id, String method, String path, @Nullable JsonNode body) {}

    private List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        JsonNode api =
                anonymous.get(anonymous.url("/openapi?format=json")).is(200).json();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    JsonNode told = operation.getValue();
                    String address = path.getKey();
                    for (JsonNode parameter : told.path("parameters")) {
                        if (parameter.path("in").asText().equals("path")) {
                            address = address.replace(
                                    "{" + parameter.path("name").asText() + "}",
                                    parameter.path("example").asText());
                        }
                    }
                    if (told.path("operationId").asText().equals("listAgents")) {
                        // Without it, it lists what is one's own.
                        address += "?ownerId=system";
                    }
                    JsonNode body = told.at("/requestBody/content/application~1json/example");
                    operations.add(new Operation(
                            told.path("operationId").asText(),
                            operation.getKey().toUpperCase(Locale.ROOT),
                            address,
                            body.isMissingNode() ? null : body));
                }));
        return operations;
    }

    @Test
    void everyOperationHasARowAndEveryRowAnOperation() {
        var described = new TreeSet<>(SOCKETS);
        operations().forEach(operation -> described.add(operation.id()));

        assertThat(new TreeSet<>(table.rows().keySet()))
                .as(
                        "each operation has one row in access.csv: add it, or take it away, and make docs/api/access.md anew")
                .containsExactlyInAnyOrderElementsOf(described);
    }

    @Test
    void noKeyDoesWhatTakesAPersonAndNoneChangesAnythingWithoutAScope() {
        for (String operation : List.of("replaceProfile", "claimPlayer", "refreshTokens", "logout")) {
            assertThat(table.row(operation).scope()).as(operation).isEqualTo("-");
        }
        for (Operation operation : operations()) {
            if (!operation.method().equals("GET")
                    && !table.row(operation.id()).who().equals("everybody")) {
                assertThat(table.row(operation.id()).scope())
                        .as("what changes something takes a scope: %s", operation.id())
                        .isNotEqualTo("any");
            }
            if (operation.path().contains("/admin/") || operation.path().contains("/api-keys")) {
                assertThat(table.row(operation.id()).scope()).as(operation.id()).isEqualTo("-");
            }
        }
    }

    @Test
    void everyDoorOpensToWhomTheTableNamesAndToNobodyElse() {
        Person studio = Person.withSilver(anonymous);
        var callers = new LinkedHashMap<String, Client>();
        callers.put("anonymous", anonymous);
        callers.put("player", Person.register(anonymous).client());
        callers.put("operator", Person.operator(anonymous).client());
        callers.put("key", key(studio, "secret", "live", List.copyOf(table.scopes())));
        callers.put("test key", key(studio, "secret", "test", List.copyOf(table.scopes())));
        callers.put("publishable key", key(studio, "publishable", "live", List.of()));
        Map<String, Client> byScope = table.scopes().stream()
                .collect(Collectors.toMap(scope -> scope, scope -> key(studio, "secret", "live", List.of(scope))));
        var wrong = new ArrayList<String>();
        for (Operation operation : operations()) {
            AccessTable.Row row = table.row(operation.id());
            // One each: it ends with the claim.
            callers.put("player's token", playerOf(of(callers, "key"), operation.id()));
            callers.forEach((who, client) -> compare(operation, who, client, isOpen(row, who), wrong));
            if (row.isScoped()) {
                String other = row.scope().equals("players") ? "hire" : "players";
                compare(operation, "key of " + row.scope(), of(byScope, row.scope()), isOpen(row, "key"), wrong);
                compare(operation, "key of " + other, of(byScope, other), false, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatIsAnothersIsOpenToNobodyElse() {
        Person owner = Person.withSilver(anonymous);
        Client key = key(owner, "secret", "live", List.copyOf(table.scopes()));
        String variant = Variant.by(owner).id();
        String session = owner.client()
                .post("/marketplace/scout-observer-001/hire", Map.of("dofAllocation", 10_000))
                .is(201)
                .text("/sessionId");
        Map<String, String> theirs = Map.of(
                "/agents/", variant,
                "/variants/", variant,
                "/sessions/", session,
                "/transactions/", session,
                "/api-keys/", owner.client().get("/api-keys").text("/items/0/id"));
        Person stranger = Person.register(anonymous);
        Client strangersKey = key(stranger, "secret", "live", List.copyOf(table.scopes()));
        List<Client> others =
                List.of(stranger.client(), strangersKey, playerOf(strangersKey, "p-1"), playerOf(key, "p-1"));
        var wrong = new ArrayList<String>();
        for (Operation operation : operations()) {
            AccessTable.Row row = table.row(operation.id());
            if (!row.who().equals("owner")) {
                continue;
            }
            String path = operation.path();
            for (Map.Entry<String, String> their : theirs.entrySet()) {
                path = path.replaceFirst("(?<=" + their.getKey() + ")[^/]+", their.getValue());
            }
            for (Client other : others) {
                Answer answer = other.send(operation.method(), anonymous.url(path), operation.body());
                if (answer.status() != 403 && answer.status() != 404) {
                    wrong.add(answer.toString());
                }
            }
        }
        assertThat(wrong).isEmpty();
        owner.client().get("/sessions/" + session).is(200);
    }

    private static Client of(Map<String, Client> clients, String scope) {
        return Objects.requireNonNull(clients.get(scope), scope);
    }

    private static boolean isOpen(AccessTable.Row row, String who) {
        return switch (who) {
            case "anonymous", "publishable key" -> row.who().equals("everybody");
            case "player" -> !row.who().equals("operator") && !row.who().equals("nobody");
            case "operator" -> !row.who().equals("nobody");
            case "key" -> row.forKeys() && !row.operation().equals("fillTestWallet");
            case "test key" -> row.forKeys() && row.inTest();
            case "player's token" -> row.forPlayers();
            default -> throw new IllegalArgumentException(who);
        };
    }

    private void compare(Operation operation, String who, Client client, boolean open, List<String> wrong) {
        Answer answer = call(operation, client);
        boolean closed = answer.bytes().length == 0
                ? answer.status() == 401 || answer.status() == 403
                : answer.status() >= 400 && OF_ACCESS.contains(answer.text("/code"));
        boolean opened = !closed;
        if (opened != open) {
            wrong.add(operation.id() + " as " + who + " should be " + (open ? "open" : "closed") + ": "
                    + answer.status() + " " + (answer.status() < 400 ? "" : answer.content()));
        }
    }

    private Answer call(Operation operation, Client client) {
        // What streams has no end.
        String method = operation.id().equals("streamEvents") ? "HEAD" : operation.method();
        return client.send(method, client.url(operation.path()), operation.body());
    }

    private Client key(Person owner, String kind, String mode, List<String> scopes) {
        Answer made = owner.client()
                .post("/api-keys", Map.of("name", kind + " " + mode, "kind", kind, "mode", mode, "scopes", scopes))
                .is(201);
        return anonymous.as(made.text("/key"));
    }

    private Client playerOf(Client key, String id) {
        return anonymous.as(
                key.post("/players/" + id + "/tokens", Map.of()).is(201).text("/token"));
    }
}
