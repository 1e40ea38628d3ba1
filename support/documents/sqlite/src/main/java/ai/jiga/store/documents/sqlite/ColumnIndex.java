package ai.jiga.store.documents.sqlite;

import ai.jiga.store.documents.Index;
import ai.jiga.store.documents.sqlite.IndexLayout.Definition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A declared index without an array field, as an index over the columns of its fields, closed by the id so
/// that ties are in order. It leaves out documents that lack one of its fields: they are in no answer that
/// it gives.
final class ColumnIndex {
    private ColumnIndex() {}

    /// All documents by parent and id.
    static IndexLayout byId(String collection) {
        String name = collection + " by id";
        var definition = new Definition(
                "index",
                name,
                "CREATE UNIQUE INDEX " + SqlText.name(name) + " ON " + SqlText.name(collection) + "(parent, id)");
        return layout(collection, definition, Map.of(), "");
    }

    static IndexLayout of(String collection, Index index) {
        Map<String, String> fields = new LinkedHashMap<>();
        List<String> columns = new ArrayList<>();
        String direction = "";
        for (Index.Field field : index.fields()) {
            String value = KeyColumns.column(field.path());
            direction = field.kind() == Index.Kind.DESCENDING ? " DESC" : "";
            if (fields.put(field.path(), value) == null) {
                columns.add(value + direction);
            }
        }
        if (index.scope() == Index.Scope.GROUP) {
            columns.add("parent" + direction);
        } else {
            columns.addFirst("parent");
        }
        columns.add("id" + direction);
        String condition =
                fields.values().stream().map(column -> column + " IS NOT NULL").collect(Collectors.joining(" AND "));
        String name = name(collection, index);
        var definition = new Definition(
                "index",
                name,
                "CREATE INDEX " + SqlText.name(name) + " ON " + SqlText.name(collection) + "("
                        + String.join(", ", columns) + ") WHERE " + condition);
        return layout(collection, definition, fields, condition);
    }

    private static IndexLayout layout(
            String collection, Definition definition, Map<String, String> fields, String condition) {
        String from = SqlText.name(collection) + " INDEXED BY " + SqlText.name(definition.name());
        return new IndexLayout(
                List.of(definition),
                null,
                from,
                from,
                "parent, id, body, created, updated",
                "body",
                "parent",
                "id",
                fields,
                condition);
    }

    /// `agents by rank, rating desc`, and ` of all` when it goes across parents.
    static String name(String collection, Index index) {
        String fields = index.fields().stream()
                .map(field -> switch (field.kind()) {
                    case ASCENDING -> field.path();
                    case DESCENDING -> field.path() + " desc";
                    case CONTAINS -> "each " + field.path();
                })
                .collect(Collectors.joining(", "));
        return collection + " by " + fields + (index.scope() == Index.Scope.GROUP ? " of all" : "");
    }
}
