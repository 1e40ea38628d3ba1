package ai.jiga.store.documents.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/// How the values that an index holds compare: null, then false, true, numbers by value, text by code point.
/// Arrays and objects are not comparable and never indexed as such. A field holds one kind of value
/// throughout a collection (beside null).
public final class JsonValues {
    private JsonValues() {}

    /// The node at `outer.inner`, or a missing node.
    public static JsonNode at(JsonNode tree, String path) {
        JsonNode node = tree;
        int from = 0;
        while (true) {
            int dot = path.indexOf('.', from);
            JsonNode next = node.get(dot < 0 ? path.substring(from) : path.substring(from, dot));
            if (next == null) {
                return MissingNode.getInstance();
            }
            if (dot < 0) {
                return next;
            }
            node = next;
            from = dot + 1;
        }
    }

    public static boolean isScalar(JsonNode node) {
        return node.isValueNode() && !node.isMissingNode();
    }

    public static boolean sameKind(JsonNode a, JsonNode b) {
        return rank(a) == rank(b);
    }

    public static int compare(JsonNode a, JsonNode b) {
        int byKind = Integer.compare(rank(a), rank(b));
        if (byKind != 0) {
            return byKind;
        }
        return switch (a.getNodeType()) {
            case BOOLEAN -> Boolean.compare(a.booleanValue(), b.booleanValue());
            case NUMBER ->
                a.canConvertToExactIntegral()
                                && b.canConvertToExactIntegral()
                                && a.canConvertToLong()
                                && b.canConvertToLong()
                        ? Long.compare(a.longValue(), b.longValue())
                        : a.decimalValue().compareTo(b.decimalValue());
            case STRING -> compareText(a.textValue(), b.textValue());
            case NULL, MISSING, ARRAY, OBJECT, BINARY, POJO -> 0;
        };
    }

    /// By code point, which is the order of the UTF-8 bytes too; `String.compareTo` differs beyond the basic plane.
    public static int compareText(String a, String b) {
        int shared = Math.min(a.length(), b.length());
        for (int i = 0; i < shared; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean xPair = Character.isSurrogate(x);
                boolean yPair = Character.isSurrogate(y);
                return xPair == yPair ? Character.compare(x, y) : xPair ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    private static int rank(JsonNode node) {
        return switch (node.getNodeType()) {
            case NULL -> 0;
            case BOOLEAN -> 1;
            case NUMBER -> 2;
            case STRING -> 3;
            case MISSING, ARRAY, OBJECT, BINARY, POJO -> 4;
        };
    }
}
