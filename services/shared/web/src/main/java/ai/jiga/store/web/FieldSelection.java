package ai.jiga.store.web;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/// `fields=a,b.c`: the parts of an answer that a client asked for. On a page it picks from each item.
final class FieldSelection {
    private final Map<String, FieldSelection> children = new LinkedHashMap<>();

    static FieldSelection parse(String fields) {
        var root = new FieldSelection();
        for (String path : fields.split(",", -1)) {
            FieldSelection at = root;
            for (String name : path.strip().split("\\.", -1)) {
                if (name.isEmpty()) {
                    throw unknown(path);
                }
                at = at.children.computeIfAbsent(name, n -> new FieldSelection());
            }
        }
        return root;
    }

    /// @param full the answer with absent parts as null, so that "absent here" and "unknown" differ
    /// @throws ai.jiga.store.kernel.RejectedException UNKNOWN_FIELD
    JsonNode pick(JsonNode full) {
        if (full.path("items") instanceof ArrayNode items && !children.containsKey("items")) {
            ObjectNode page = ((ObjectNode) full).deepCopy();
            page.set("items", each(items, ""));
            return withoutNulls(page);
        }
        return withoutNulls(pick(full, ""));
    }

    private JsonNode pick(JsonNode node, String path) {
        if (children.isEmpty() || node.isNull()) {
            return node;
        }
        if (node instanceof ArrayNode array) {
            return each(array, path);
        }
        if (!(node instanceof ObjectNode object)) {
            throw unknown(path + children.keySet().iterator().next());
        }
        ObjectNode picked = JsonNodeFactory.instance.objectNode();
        children.forEach((name, selection) -> {
            JsonNode child = object.get(name);
            if (child == null) {
                throw unknown(path + name);
            }
            picked.set(name, selection.pick(child, path + name + "."));
        });
        return picked;
    }

    private ArrayNode each(ArrayNode array, String path) {
        ArrayNode picked = JsonNodeFactory.instance.arrayNode(array.size());
        array.forEach(item -> picked.add(pick(item, path)));
        return picked;
    }

    private static JsonNode withoutNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(e -> e.getValue().isNull());
            object.forEach(FieldSelection::withoutNulls);
        } else if (node instanceof ArrayNode array) {
            array.forEach(FieldSelection::withoutNulls);
        }
        return node;
    }

    private static RuntimeException unknown(String path) {
        return Rejection.of(ErrorCode.UNKNOWN_FIELD, "The answer has no field '" + path.strip() + "'.")
                .asException();
    }
}
