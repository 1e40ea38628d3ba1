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
        return withoutNulls(
                full instanceof ObjectNode page && page.get("items") instanceof ArrayNode items
                        ? pickOfPage(page, items)
                        : pick(full, ""));
    }

    /// Names of the page itself pick parts of the page; all others pick of each item, and leave the page whole unless
    /// parts of it are named as well.
    private JsonNode pickOfPage(ObjectNode page, ArrayNode items) {
        var ofPage = new FieldSelection();
        var ofItems = new FieldSelection();
        children.forEach((name, selection) -> (page.has(name) ? ofPage : ofItems).children.put(name, selection));
        ObjectNode picked = ofPage.children.isEmpty() ? page.deepCopy() : (ObjectNode) ofPage.pick(page, "");
        if (!ofItems.children.isEmpty() && !ofPage.children.containsKey("items")) {
            picked.set("items", ofItems.each(items, ""));
        }
        return picked;
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
