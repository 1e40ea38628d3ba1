package ai.jiga.store.documents.sqlite;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Index;
import ai.jiga.store.documents.engine.Encoded;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The fields of a collection that its indexes are of, each as a column of the documents' table. Who writes a
/// document has it as a tree, and writes them beside the body: SQLite looks for nothing in JSON, and leaves
/// indexes alone whose columns did not change.
///
/// A column is NULL where its field is absent, and JSON's null is [SqlText#FLOOR]. A field with an array is none of
/// them:
/// see [ElementTable].
final class KeyColumns {
    /// What sets them apart from the documents' own columns.
    static final String MARK = "@";

    private final List<String> fields;

    KeyColumns(Collection<?> collection) {
        fields = Stream.concat(
                        collection.indexes().stream()
                                .filter(index -> !ElementTable.serves(index))
                                .flatMap(index -> index.fields().stream())
                                .map(Index.Field::path),
                        Stream.ofNullable(collection.expiresField()))
                .distinct()
                .toList();
        if (fields.size() >= Integer.SIZE) {
            throw new IllegalArgumentException(collection + " has indexes of more than 31 fields");
        }
    }

    /// As SQL names it.
    static String column(String field) {
        return SqlText.name(MARK + field);
    }

    List<String> fields() {
        return fields;
    }

    List<String> columns() {
        return fields.stream().map(KeyColumns::column).toList();
    }

    List<@Nullable Object> values(Encoded document) {
        List<@Nullable Object> values = new ArrayList<>(fields.size());
        for (String field : fields) {
            values.add(value(document.indexed().get(field)));
        }
        return values;
    }

    /// What fills a column for a document that was there before it.
    static String fromBody(String body, String field) {
        return "CASE " + SqlText.type(body, field) + " WHEN 'null' THEN " + SqlText.FLOOR + " ELSE "
                + SqlText.value(body, field) + " END";
    }

    /// As a column holds it: whole number, real or text; booleans are 0 and 1.
    static @Nullable Object value(@Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        return switch (node.getNodeType()) {
            case NULL -> Double.NEGATIVE_INFINITY;
            case STRING -> node.textValue();
            case BOOLEAN -> node.booleanValue() ? 1L : 0L;
            case NUMBER -> node.isIntegralNumber() ? (Object) node.longValue() : (Object) real(node);
            default -> throw new IllegalArgumentException("no value of an index: " + node);
        };
    }

    /// As it is written: 0.1 of a `float` is 0.1, which [JsonNode#doubleValue] does not say.
    private static double real(JsonNode node) {
        return node.isFloat() ? Double.parseDouble(node.asText()) : node.doubleValue();
    }

    /// Which columns differ, a bit each.
    static int changed(List<@Nullable Object> before, List<@Nullable Object> after) {
        int changed = 0;
        for (int i = 0; i < after.size(); i++) {
            if (!Objects.equals(before.get(i), after.get(i))) {
                changed |= 1 << i;
            }
        }
        return changed;
    }

    /// The columns whose bits are set.
    <V> List<V> those(int changed, List<V> all) {
        List<V> those = new ArrayList<>(Integer.bitCount(changed));
        for (int i = 0; i < all.size(); i++) {
            if ((changed & 1 << i) != 0) {
                those.add(all.get(i));
            }
        }
        return those;
    }
}
