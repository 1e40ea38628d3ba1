package ai.jiga.store.documents.firestore;

import ai.jiga.store.documents.DocumentJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.cloud.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Stored JSON as Firestore's values and back, without loss: whole numbers are integers, others doubles, and text that
/// is an instant as [DocumentJson] spells it becomes a timestamp, which TTL policies, rules and the console understand.
final class Values {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern INSTANT =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{6}Z");

    private Values() {}

    static Map<String, Object> fields(ObjectNode tree) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : tree.properties()) {
            fields.put(field.getKey(), vendor(field.getValue()));
        }
        return fields;
    }

    static @Nullable Object vendor(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> fields((ObjectNode) node);
            case ARRAY -> {
                List<Object> elements = new ArrayList<>(node.size());
                for (JsonNode element : node) {
                    elements.add(vendor(element));
                }
                yield elements;
            }
            case STRING -> text(node.textValue());
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> node.isIntegralNumber() ? (Object) node.longValue() : (Object) node.doubleValue();
            case NULL, MISSING -> null;
            case BINARY, POJO -> throw new IllegalArgumentException("not a JSON value: " + node.getNodeType());
        };
    }

    private static Object text(String text) {
        if (text.length() == 27 && INSTANT.matcher(text).matches()) {
            try {
                Instant instant = Instant.parse(text);
                if (DocumentJson.text(instant).equals(text)) {
                    return Timestamp.ofTimeSecondsAndNanos(instant.getEpochSecond(), instant.getNano());
                }
            } catch (DateTimeException | IllegalArgumentException e) {
                // Not a day of the calendar, so no instant: it stays text.
            }
        }
        return text;
    }

    /// @throws IllegalArgumentException for a value that no engine of ours writes
    static JsonNode json(@Nullable Object value) {
        return switch (value) {
            case null -> JSON.nullNode();
            case String text -> JSON.textNode(text);
            case Boolean flag -> JSON.booleanNode(flag);
            case Long whole -> JSON.numberNode(whole);
            case Double real -> JSON.numberNode(real);
            case Timestamp time ->
                JSON.textNode(DocumentJson.text(Instant.ofEpochSecond(time.getSeconds(), time.getNanos())));
            case List<?> list -> {
                var array = JSON.arrayNode(list.size());
                list.forEach(element -> array.add(json(element)));
                yield array;
            }
            case Map<?, ?> map -> {
                // Firestore keeps no order of fields; that of their names is the same at every read.
                ObjectNode object = JSON.objectNode();
                new TreeMap<Object, Object>(map).forEach((name, field) -> object.set((String) name, json(field)));
                yield object;
            }
            default -> throw new IllegalArgumentException("not a value of this store: " + value.getClass());
        };
    }
}
