package ai.jiga.store.documents.engine;

import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Update;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Applies an [Update] to a stored document.
public final class FieldChanges {
    private final Codec codec;

    public FieldChanges(Codec codec) {
        this.codec = codec;
    }

    /// @throws ArithmeticException when an increment leaves the range of a `long`
    /// @throws IllegalArgumentException when a change does not fit what the field holds
    public Encoded apply(Ref<?> ref, String json, Update update, long commitMicros) {
        ObjectNode tree = codec.tree(json);
        for (Update.Change change : update.changes()) {
            apply(ref, tree, change, commitMicros);
        }
        return codec.encoded(ref, tree);
    }

    private void apply(Ref<?> ref, ObjectNode tree, Update.Change change, long commitMicros) {
        String field = change.field();
        if (!(change instanceof Update.Assign) && !(change instanceof Update.Remove)) {
            refuseEncrypted(ref, field);
        }
        switch (change) {
            case Update.Assign assign -> {
                if (field.indexOf('.') >= 0) {
                    refuseEncrypted(ref, field);
                }
                place(tree, field, codec.assigned(ref, field, assign.value()));
            }
            case Update.Increment increment -> {
                JsonNode now = JsonValues.at(tree, field);
                boolean absent = now.isMissingNode() || now.isNull();
                if (!absent && !(now.isIntegralNumber() && now.canConvertToLong())) {
                    throw new IllegalArgumentException(ref + ": " + field + " is not a whole number");
                }
                long sum = Math.addExact(absent ? 0 : now.longValue(), increment.by());
                place(tree, field, tree.numberNode(sum));
            }
            case Update.ArrayUnion union -> {
                ArrayNode array = tree.arrayNode();
                Set<JsonNode> seen = new HashSet<>();
                for (JsonNode element : arrayAt(ref, tree, field)) {
                    array.add(element);
                    seen.add(element);
                }
                for (JsonNode element : values(union.elements())) {
                    if (seen.add(element)) {
                        array.add(element);
                    }
                }
                place(tree, field, array);
            }
            case Update.ArrayRemove remove -> {
                Set<JsonNode> gone = new HashSet<>(values(remove.elements()));
                ArrayNode array = tree.arrayNode();
                for (JsonNode element : arrayAt(ref, tree, field)) {
                    if (!gone.contains(element)) {
                        array.add(element);
                    }
                }
                place(tree, field, array);
            }
            case Update.ServerTimestamp _ ->
                place(tree, field, tree.textNode(DocumentJson.text(Micros.instant(commitMicros))));
            case Update.Remove _ -> {
                int dot = field.lastIndexOf('.');
                JsonNode parent = dot < 0 ? tree : JsonValues.at(tree, field.substring(0, dot));
                if (parent instanceof ObjectNode object) {
                    object.remove(field.substring(dot + 1));
                }
            }
        }
    }

    private List<JsonNode> values(List<?> elements) {
        return elements.stream().map(codec::value).toList();
    }

    private static Iterable<JsonNode> arrayAt(Ref<?> ref, ObjectNode tree, String field) {
        JsonNode now = JsonValues.at(tree, field);
        if (now.isMissingNode() || now.isNull()) {
            return List.of();
        }
        if (!now.isArray()) {
            throw new IllegalArgumentException(ref + ": " + field + " is not an array");
        }
        return now;
    }

    private static void refuseEncrypted(Ref<?> ref, String field) {
        int dot = field.indexOf('.');
        if (ref.collection().encryptedFields().contains(dot < 0 ? field : field.substring(0, dot))) {
            throw new IllegalArgumentException(ref + ": " + field + " is encrypted and can only be assigned");
        }
    }

    /// Sets `outer.inner`, making the outer objects that are not there (as Firestore does).
    private static void place(ObjectNode tree, String field, JsonNode value) {
        ObjectNode object = tree;
        int from = 0;
        for (int dot = field.indexOf('.'); dot >= 0; dot = field.indexOf('.', from)) {
            String name = field.substring(from, dot);
            @Nullable JsonNode next = object.get(name);
            object = next instanceof ObjectNode inner ? inner : object.putObject(name);
            from = dot + 1;
        }
        object.set(field.substring(from), value);
    }
}
