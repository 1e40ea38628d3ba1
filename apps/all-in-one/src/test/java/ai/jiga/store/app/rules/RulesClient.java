package ai.jiga.store.app.rules;

import ai.jiga.store.app.rules.Question.Condition;
import ai.jiga.store.contracts.json.KernelModule;
import ai.jiga.store.documents.DocumentJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// Clients of a Firestore emulator, over its REST API. Each call says whether the rules let it pass.
///
/// See <https://firebase.google.com/docs/firestore/reference/rest>.
final class RulesClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String OWNER = "owner";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final ObjectMapper stored = DocumentJson.mapper(new KernelModule());
    private final String project;
    private final String documents;
    private final String api;

    /// @param host `host:port` of the emulator
    RulesClient(String host, String project) {
        this.project = project;
        this.documents = "projects/" + project + "/databases/(default)/documents";
        this.api = "http://" + host + "/v1/";
    }

    /// Writes what is there before anybody reads, past the rules.
    void seed(List<RuleCase> cases) {
        var writes = cases.stream()
                .map(c -> Map.of("update", Map.of("name", documents + "/" + c.path(), "fields", fields(c.document()))))
                .toList();
        var answer = send(authorized(OWNER, documents + ":commit").POST(body(Map.of("writes", writes))));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("the emulator refused the documents: " + answer.body());
        }
    }

    boolean gets(Who who, String path) {
        return passed(request(who, documents + "/" + path).GET());
    }

    /// The paths of what was found; empty when the query was refused.
    Optional<List<String>> finds(Who who, Query query) {
        var answer = send(request(who, documents + query.parent() + ":runQuery")
                .POST(body(Map.of("structuredQuery", spelled(query)))));
        return isPass(answer) ? Optional.of(paths(answer.body())) : Optional.empty();
    }

    boolean counts(Who who, Query query) {
        Object count = Map.of(
                "structuredAggregationQuery",
                Map.of(
                        "structuredQuery",
                        spelled(query),
                        "aggregations",
                        List.of(Map.of("alias", "n", "count", Map.of()))));
        return passed(request(who, documents + query.parent() + ":runAggregationQuery")
                .POST(body(count)));
    }

    boolean creates(Who who, String path, Object document) {
        int id = path.lastIndexOf('/');
        String at = documents + "/" + path.substring(0, id) + "?documentId=" + path.substring(id + 1);
        return passed(request(who, at).POST(body(Map.of("fields", fields(document)))));
    }

    boolean replaces(Who who, String path, Object document) {
        return passed(request(who, documents + "/" + path).method("PATCH", body(Map.of("fields", fields(document)))));
    }

    /// Leaves all other fields as they are.
    boolean adds(Who who, String path, String field) {
        Object more = Map.of(
                "writes",
                List.of(Map.of(
                        "transform",
                        Map.of(
                                "document",
                                documents + "/" + path,
                                "fieldTransforms",
                                List.of(Map.of("fieldPath", field, "increment", Map.of("integerValue", "1")))))));
        return passed(request(who, documents + ":commit").POST(body(more)));
    }

    boolean deletes(Who who, String path) {
        return passed(request(who, documents + "/" + path).DELETE());
    }

    /// @param parent `""`, or `/` and the path of a document
    /// @param limit 0 for none
    /// @param everyParent whether it is a collection-group query
    record Query(String parent, String collection, List<Condition> where, int limit, boolean everyParent) {
        /// Of the collection that the document lies in.
        static Query around(String path, List<Condition> where, int limit) {
            String all = path.substring(0, path.lastIndexOf('/'));
            int name = all.lastIndexOf('/') + 1;
            String parent = name == 0 ? "" : "/" + all.substring(0, name - 1);
            return new Query(parent, all.substring(name), where, limit, false);
        }

        Query underEveryParent() {
            return new Query("", collection, where, limit, true);
        }
    }

    private Map<String, Object> spelled(Query query) {
        Object from = List.of(Map.of("collectionId", query.collection(), "allDescendants", query.everyParent()));
        Object where = Map.of(
                "compositeFilter",
                Map.of(
                        "op",
                        "AND",
                        "filters",
                        query.where().stream().map(this::filter).toList()));
        var spelled = new HashMap<String, Object>(Map.of("from", from));
        if (!query.where().isEmpty()) {
            spelled.put("where", where);
        }
        if (query.limit() > 0) {
            spelled.put("limit", query.limit());
        }
        return spelled;
    }

    private Object filter(Condition condition) {
        return Map.of(
                "fieldFilter",
                Map.of(
                        "field",
                        Map.of("fieldPath", condition.field()),
                        "op",
                        condition.op(),
                        "value",
                        FirestoreValues.value(stored.valueToTree(condition.value()))));
    }

    private Object fields(Object document) {
        return FirestoreValues.fields(stored.valueToTree(document));
    }

    private List<String> paths(String answer) {
        try {
            return StreamSupport.stream(json.readTree(answer).spliterator(), false)
                    .map(found -> found.path("document").path("name"))
                    .filter(JsonNode::isTextual)
                    .map(name -> name.textValue().substring(documents.length() + 1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean passed(HttpRequest.Builder request) {
        return isPass(send(request));
    }

    /// Refused is 403 and nothing else: anything else is a mistake of the test.
    private static boolean isPass(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 200 -> true;
            case 403 -> false;
            default ->
                throw new IllegalStateException(answer.request() + ": " + answer.statusCode() + " " + answer.body());
        };
    }

    private HttpRequest.Builder request(Who who, String path) {
        return who.isSignedIn()
                ? authorized(unsignedToken(who.id().value()), path)
                : HttpRequest.newBuilder(URI.create(api + path)).timeout(PATIENCE);
    }

    private HttpRequest.Builder authorized(String token, String path) {
        return HttpRequest.newBuilder(URI.create(api + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    /// As Firebase Authentication issues it, but for the signature, which the emulator does not ask for.
    private String unsignedToken(String uid) {
        Map<String, Object> claims = Map.of(
                "iss",
                "https://securetoken.google.com/" + project,
                "aud",
                project,
                "sub",
                uid,
                "user_id",
                uid,
                "iat",
                0,
                "exp",
                4_102_444_800L);
        return part(Map.of("alg", "none", "typ", "JWT")) + "." + part(claims) + ".";
    }

    private String part(Object content) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text(content).getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.BodyPublisher body(Object content) {
        return BodyPublishers.ofString(text(content));
    }

    private String text(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
