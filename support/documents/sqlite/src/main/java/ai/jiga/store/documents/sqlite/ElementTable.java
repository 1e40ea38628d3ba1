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
import org.jspecify.annotations.Nullable;

/// A declared index with an array field: a table of its own with a row for each distinct element of each
/// document, clustered in the index's order. Whoever writes a document writes its rows.
///
/// An index that has the same order, and further fields in front of it that a query holds fixed, is [folded][#folds]
/// into the same rows: they hold these fields too, and a query walks past the rows where they differ. A table of its
/// own would be as many rows more to write with each document, each on another page.
///
/// Its keys may not be NULL, so JSON's null is held as [SqlText#FLOOR].
final class ElementTable {
    /// Of the index, and of each that is folded into it.
    final Map<Index, IndexLayout> layouts;
    final String insert;
    final String delete;
    private final String array;
    /// Of the index, in its order, each once.
    private final List<String> keys;
    /// Those that only folded indexes have; a document may lack them.
    private final List<String> further;

    private ElementTable(
            Map<Index, IndexLayout> layouts, String name, String array, Map<String, String> columns, int keys) {
        List<String> fields = List.copyOf(columns.keySet());
        this.layouts = layouts;
        this.array = array;
        this.keys = fields.subList(0, keys);
        this.further = fields.subList(keys, fields.size());
        this.insert = "INSERT INTO " + SqlText.name(name) + "(parent, id, " + String.join(", ", columns.values())
                + ", doc) VALUES (" + "?, ".repeat(columns.size() + 2) + "?)";
        this.delete = "DELETE FROM " + SqlText.name(name) + " WHERE parent = ? AND id = ?"
                + columns.values().stream()
                        .limit(keys)
                        .map(column -> " AND " + column + " = ?")
                        .collect(Collectors.joining());
    }

    static boolean serves(Index index) {
        return index.fields().stream().anyMatch(field -> field.kind() == Index.Kind.CONTAINS);
    }

    /// Whether the rows of an index can answer for another one, which is the same but for fields more, in front of its
    /// last one, that queries hold fixed.
    static boolean folds(Index into, Index index) {
        List<Index.Field> last =
                index.fields().subList(index.fields().size() - 1, index.fields().size());
        List<Index.Field> rest = new ArrayList<>(index.fields());
        rest.removeIf(field -> !into.fields().contains(field) && field.kind() == Index.Kind.ASCENDING);
        return into.scope() == index.scope()
                && rest.size() < index.fields().size()
                && rest.equals(into.fields())
                && rest.containsAll(last)
                && last.getFirst().kind() != Index.Kind.CONTAINS;
    }

    /// How many values of a row are its key; those of folded indexes stand behind them.
    int keys() {
        return keys.size();
    }

    /// A document's rows; none where it lacks a field of the key.
    Set<List<@Nullable Object>> rows(Map<String, JsonNode> indexed) {
        if (!(indexed.get(array) instanceof ArrayNode elements)) {
            return Set.of();
        }
        Set<List<@Nullable Object>> rows = new LinkedHashSet<>();
        for (JsonNode element : elements) {
            List<@Nullable Object> row = new ArrayList<>(keys.size() + further.size());
            if (element.isValueNode() && !element.isNull()) {
                for (String field : keys) {
                    Object value = KeyColumns.value(field.equals(array) ? element : indexed.get(field));
                    if (value == null) {
                        return Set.of();
                    }
                    row.add(value);
                }
                further.forEach(field -> row.add(KeyColumns.value(indexed.get(field))));
                rows.add(row);
            }
        }
        return rows;
    }

    /// @param folded those that [fold][#folds] into it
    static ElementTable of(String collection, Index index, List<Index> folded) {
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
        int keys = columns.size();
        for (Index each : folded) {
            each.fields().forEach(field -> columns.putIfAbsent(field.path(), "f" + columns.size()));
        }
        List<String> defined = new ArrayList<>();
        columns.values().forEach(column -> defined.add(column + (defined.size() < keys ? " ANY NOT NULL" : " ANY")));
        String table = "CREATE TABLE " + SqlText.name(name) + "(parent TEXT NOT NULL, id TEXT NOT NULL, "
                + String.join(", ", defined) + ", doc INTEGER NOT NULL, PRIMARY KEY (" + String.join(", ", key)
                + ")) STRICT, WITHOUT ROWID";
        var rows = new Rows(name, collection, array, columns, directions.keySet());
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
        Map<Index, IndexLayout> layouts = new LinkedHashMap<>(Map.of(index, layout));
        for (Index each : folded) {
            String present = each.fields().stream()
                    .filter(field -> !index.fields().contains(field))
                    .map(field -> fields.get(field.path()) + " IS NOT NULL")
                    .collect(Collectors.joining(" AND "));
            layouts.put(each, layout.within(present));
        }
        return new ElementTable(layouts, name, array, columns, keys);
    }

    /// The SQL that makes the rows of documents that were there before the table.
    ///
    /// @param keys the columns that may not be NULL
    private record Rows(String name, String collection, String array, Map<String, String> columns, Set<String> keys) {
        /// A select of the rows of a document.
        ///
        /// @param document `new`, or the alias of the documents' table
        /// @param from where the alias is bound, with a comma, or empty
        String of(String document, String from) {
            String body = document + ".body";
            List<String> selected = new ArrayList<>(List.of(document + ".parent", document + ".id"));
            List<String> present = new ArrayList<>();
            columns.forEach((field, column) -> {
                if (field.equals(array)) {
                    selected.add("element.value");
                } else if (!keys.contains(column)) {
                    selected.add(KeyColumns.fromBody(body, field));
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
