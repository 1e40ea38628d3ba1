package ai.jiga.store.search.algolia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One index of the stub: what is published, and the tasks that wait for it. A replica has settings of its own
/// and the objects of its primary. Guarded by the stub's lock.
final class StubIndex {
    private record Task(long id, Runnable change) {}

    private final String name;
    private final List<Task> waiting = new ArrayList<>();
    private final Map<Long, Integer> polls = new HashMap<>();
    private final Map<String, ObjectNode> objects = new TreeMap<>();
    private final Map<String, List<StubWords.Token>> words = new HashMap<>();
    private final Map<String, Integer> vocabulary = new HashMap<>();
    private ObjectNode settings = JsonNodeFactory.instance.objectNode();
    private ArrayNode synonyms = JsonNodeFactory.instance.arrayNode();
    private @Nullable StubIndex primary;

    StubIndex(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    Map<String, ObjectNode> objects() {
        return primary == null ? objects : primary.objects();
    }

    ObjectNode settings() {
        return settings;
    }

    ArrayNode synonyms() {
        return primary == null ? synonyms : primary.synonyms();
    }

    /// The words of a text, which are looked at again and again.
    List<StubWords.Token> words(String text) {
        return words.computeIfAbsent(text, StubWords::tokens);
    }

    /// How many texts have each word.
    Map<String, Integer> vocabulary() {
        if (primary != null) {
            return primary.vocabulary();
        }
        if (vocabulary.isEmpty()) {
            for (ObjectNode object : objects.values()) {
                object.path("text")
                        .forEach(text -> words(text.asText()).stream()
                                .map(StubWords.Token::word)
                                .distinct()
                                .forEach(word -> vocabulary.merge(word, 1, Integer::sum)));
            }
        }
        return vocabulary;
    }

    void enqueue(long task, Runnable change) {
        waiting.add(new Task(task, change));
    }

    /// Tasks of an index are worked through in order.
    boolean polled(long task, int untilPublished) {
        boolean published = polls.merge(task, 1, Integer::sum) > untilPublished;
        if (published) {
            publishUpTo(task);
        }
        return published;
    }

    private void publishUpTo(long task) {
        while (!waiting.isEmpty() && waiting.getFirst().id() <= task) {
            waiting.removeFirst().change().run();
        }
    }

    void configure(ObjectNode sent, Function<String, StubIndex> indexes) {
        settings.setAll(sent);
        for (JsonNode replica : sent.path("replicas")) {
            StubIndex index = indexes.apply(replica.asText());
            if (index.primary == null) {
                index.primary = this;
                index.settings = settings.deepCopy().without("replicas");
            }
        }
    }

    void synonyms(ArrayNode sent) {
        synonyms = sent;
    }

    void clear() {
        vocabulary.clear();
        objects.clear();
    }

    void batch(JsonNode requests) {
        vocabulary.clear();
        for (JsonNode request : requests) {
            ObjectNode body = (ObjectNode) request.path("body");
            String id = body.path("objectID").asText();
            switch (request.path("action").asText()) {
                case "updateObject" -> objects.put(id, body);
                case "partialUpdateObject" -> update(id, body);
                default -> throw new IllegalArgumentException("The stub does not know " + request);
            }
        }
    }

    /// Replaces first-level attributes, unless an `IncrementSet` is not greater than what is there.
    private void update(String id, ObjectNode body) {
        ObjectNode object = objects.get(id);
        ObjectNode changed = object == null ? JsonNodeFactory.instance.objectNode() : object.deepCopy();
        for (Map.Entry<String, JsonNode> attribute : body.properties()) {
            JsonNode value = attribute.getValue();
            if (value.path("_operation").asText().equals("IncrementSet")) {
                long next = value.path("value").asLong();
                if (next <= changed.path(attribute.getKey()).asLong(0)) {
                    return;
                }
                changed.put(attribute.getKey(), next);
            } else {
                changed.set(attribute.getKey(), value);
            }
        }
        objects.put(id, changed);
    }
}
