package ai.jiga.store.app.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/// A document of the store as Firestore's REST API spells it; instants are timestamps, as the engine stores them.
final class FirestoreValues {
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private FirestoreValues() {}

    static ObjectNode fields(JsonNode document) {
        ObjectNode fields = JSON.objectNode();
        document.properties().forEach(field -> fields.set(field.getKey(), value(field.getValue())));
        return fields;
    }

    static ObjectNode value(JsonNode node) {
        ObjectNode value = JSON.objectNode();
        switch (node.getNodeType()) {
            case OBJECT -> value.putObject("mapValue").set("fields", fields(node));
            case ARRAY -> {
                var values = value.putObject("arrayValue").putArray("values");
                node.forEach(element -> values.add(value(element)));
            }
            case STRING -> {
                boolean instant = INSTANT.matcher(node.textValue()).matches();
                value.put(instant ? "timestampValue" : "stringValue", node.textValue());
            }
            case BOOLEAN -> value.put("booleanValue", node.booleanValue());
            case NUMBER -> {
                if (node.isIntegralNumber()) {
                    value.put("integerValue", node.asText());
                } else {
                    value.put("doubleValue", node.doubleValue());
                }
            }
            case NULL -> value.putNull("nullValue");
            case MISSING, BINARY, POJO -> throw new IllegalArgumentException("not a JSON value: " + node);
        }
        return value;
    }
}
