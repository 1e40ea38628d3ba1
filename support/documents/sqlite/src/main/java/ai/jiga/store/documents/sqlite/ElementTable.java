package ai.jiga.store.documents.sqlite;

import ai.jiga.store.documents.Index;
import ai.jiga.store.documents.sqlite.IndexLayout.Definition;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A declared index with an array field: a table of its own with a row for each distinct element of each
/// document, clustered in the index's order. Whoever writes a document writes its rows.
///
/// Its keys may not be NULL, so JSON's null is held as [SqlText#FLOOR].
final class ElementTable {
    final IndexLayout layout;
    final String insert;
    final String delete;
    private final String array;
    /// Of the index, in its order, each once.
    private final List<String> fields;

    private ElementTable(IndexLayout layout, String name, String array, List<String> fields, List<String> columns) {
        this.layout = layout;
        this.array = array;
        this.fields = fields;
        this.insert = "INSERT INTO " + SqlText.name(name) + "(parent, id, " + String.join(", ", columns)
                + ", doc) VALUES (" + "?, ".repeat(columns.size() + 2) + "?)";
        this.delete = "DELETE FROM " + SqlText.name(name) + " WHERE parent = ? AND id = ?"
                + columns.stream().map(column -> " AND " + column + " = ?").collect(Collectors.joining());
    }

    static boolean serves(Index index) {
        return index.fields().stream().anyMatch(field -> field.kind() == Index.Kind.CONTAINS);
    }

    /// The keys of a document's rows; none where it lacks one of the fields.
    Set<List<Object>> rows(Map<String, JsonNode> indexed) {
        if (!(indexed.get(array) instanceof ArrayNode elements)) {
            return Set.of();
        }
        Set<List<Object>> rows = new LinkedHashSet<>();
        for (JsonNode element : elements) {
            List<Object> row = new ArrayList<>(fields.size());
            if (element.isValueNode() && !element.isNull()) {
                for (String field : fields) {
                    Object value = KeyColumns.value(field.equals(array) ? element : indexed.get(field));
                    if (value == null) {
                        return Set.of();
                    }
                    row.add(value);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    static ElementTable of(String collection, Index index) {
        String name = ColumnIndex.name(collection, index);
        Map<String, String> columns = new LinkedHashMap<>();
        Map<String, String> directions = new LinkedHashMap<>();
        String array = "";
        String direction = "";
        for (Index.Field field : index.fields()) {
            String column = "f" + columns.size();
            direction = field.kind() == Index.Kind.DESCENDING ? " DESC" : "";
            columns.put(field.path(), column);
            directions.put(column, direction);
            array = field.kind() == Index.Kind.CONTAINS ? field.path() : array;
        }
        List<String> key = new ArrayList<>();
        directions.forEach((column, descending) -> key.add(column + descending));
        if (index.scope() == Index.Scope.GROUP) {
            key.add("parent" + direction);
        } else {
            key.addFirst("parent");
        }
        key.add("id" + direction);
        String table = "CREATE TABLE " + SqlText.name(name) + "(parent TEXT NOT NULL, id TEXT NOT NULL, "
                + columns.values().stream().map(c -> c + " ANY NOT NULL").collect(Collectors.joining(", "))
                + ", doc INTEGER NOT NULL, PRIMARY KEY (" + String.join(", ", key) + ")) STRICT, WITHOUT ROWID";
        var rows = new Rows(name, collection, array, columns);
        Map<String, String> fields = new LinkedHashMap<>();
        columns.forEach((field, column) -> fields.put(field, "e." + column));
        var layout = new IndexLayout(
                List.of(new Definition("table", name, table)),
                "INSERT OR IGNORE INTO " + SqlText.name(name) + " "
                        + rows.of("d", SqlText.name(collection) + " AS d, ")
                        // In the table's order: a million rows written in any other would take ten times as
                        // long.
                        + " ORDER BY " + rows.order(key, "d"),
                SqlText.name(name) + " AS e CROSS JOIN " + SqlText.name(collection) + " AS d ON d.doc = e.doc",
                SqlText.name(name) + " AS e",
                "e.parent, e.id, d.body, d.created, d.updated",
                "d.body",
                "e.parent",
                "e.id",
                fields,
                "");
        return new ElementTable(layout, name, array, List.copyOf(columns.keySet()), List.copyOf(columns.values()));
    }

    /// The SQL that makes the rows of documents that were there before the table.
    private record Rows(String name, String collection, String array, Map<String, String> columns) {
        /// A select of the rows of a document.
        ///
        /// @param document `new`, or the alias of the documents' table
        /// @param from where the alias is bound, with a comma, or empty
        String of(String document, String from) {
            String body = document + ".body";
            List<String> selected = new ArrayList<>(List.of(document + ".parent", document + ".id"));
            List<String> present = new ArrayList<>();
            columns.forEach((field, _) -> {
                if (field.equals(array)) {
                    selected.add("element.value");
                } else {
                    selected.add(scalar(body, field));
                    present.add(" AND " + SqlText.type(body, field) + " IS NOT NULL");
                }
            });
            selected.add(document + ".doc");
            return "SELECT " + String.join(", ", selected) + " FROM " + from + "json_each(" + body + ","
                    + SqlText.path(array) + ") AS element WHERE " + SqlText.type(body, array)
                    + " = 'array' AND element.type NOT IN ('null', 'array', 'object')" + String.join("", present);
        }

        /// The key's columns as the select names them.
        String order(List<String> key, String document) {
            Map<String, String> selected = new LinkedHashMap<>();
            columns.forEach((field, column) ->
                    selected.put(column, field.equals(array) ? "element.value" : scalar(document + ".body", field)));
            return key.stream()
                    .map(column -> {
                        String name = column.replace(" DESC", "");
                        return selected.getOrDefault(name, document + "." + name) + column.substring(name.length());
                    })
                    .collect(Collectors.joining(", "));
        }

        private static String scalar(String body, String field) {
            return "coalesce(" + SqlText.value(body, field) + ", " + SqlText.FLOOR + ")";
        }
    }
}
