package ai.jiga.store.documents.sqlite;

import ai.jiga.store.documents.Index;
import ai.jiga.store.documents.sqlite.IndexLayout.Definition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A declared index with an array field: a table of its own with a row for each distinct element of each
/// document, clustered in the index's order and kept by triggers, so that it cannot fall behind whatever
/// writes the documents.
///
/// Its keys may not be NULL, so JSON's null is held as [SqlText#FLOOR].
final class ElementTable {
    private ElementTable() {}

    static IndexLayout of(String collection, Index index) {
        String name = ExpressionIndex.name(collection, index);
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
        return new IndexLayout(
                List.of(new Definition("table", name, table), rows.onInsert(), rows.onUpdate(), rows.onDelete()),
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
                true,
                "");
    }

    /// The SQL that keeps the rows.
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

        private String insertNew() {
            return "INSERT OR IGNORE INTO " + SqlText.name(name) + " " + of("new", "") + "; ";
        }

        private String deleteOld() {
            var where = new StringBuilder("DELETE FROM ")
                    .append(SqlText.name(name))
                    .append(" WHERE parent = old.parent AND id = old.id");
            columns.forEach((field, column) -> where.append(" AND ")
                    .append(column)
                    .append(
                            field.equals(array)
                                    ? " IN (SELECT value FROM json_each(old.body," + SqlText.path(array) + "))"
                                    : " = " + scalar("old.body", field)));
            return where.append("; ").toString();
        }

        private Definition trigger(String event, String head, String statements) {
            String trigger = name + " on " + event;
            return new Definition(
                    "trigger",
                    trigger,
                    "CREATE TRIGGER " + SqlText.name(trigger) + " AFTER " + head + " BEGIN " + statements + "END");
        }

        Definition onInsert() {
            return trigger("insert", "INSERT ON " + SqlText.name(collection), insertNew());
        }

        Definition onUpdate() {
            String changed = columns.keySet().stream()
                    .map(field -> SqlText.value("old.body", field) + " IS NOT " + SqlText.value("new.body", field)
                            + " OR " + SqlText.type("old.body", field) + " IS NOT " + SqlText.type("new.body", field))
                    .collect(Collectors.joining(" OR "));
            return trigger(
                    "update",
                    "UPDATE OF body ON " + SqlText.name(collection) + " WHEN " + changed,
                    deleteOld() + insertNew());
        }

        Definition onDelete() {
            return trigger("delete", "DELETE ON " + SqlText.name(collection), deleteOld());
        }
    }
}
