package ai.jiga.store.documents.sqlite;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How one declared index lies in the database, and how a query reads it.
///
/// @param definitions what makes it, in this order
/// @param fill run once after the definitions, for documents that were there before
/// @param documents what to select documents from
/// @param keys what to count from, when the documents themselves are not needed
/// @param columns parent, id, body, created, updated
/// @param fields the SQL of each indexed field; JSON's null is held as [SqlText#FLOOR]
/// @param condition what every query repeats to the letter, or empty
record IndexLayout(
        List<Definition> definitions,
        @Nullable String fill,
        String documents,
        String keys,
        String columns,
        String body,
        String parent,
        String id,
        Map<String, String> fields,
        String condition) {

    /// @param type `table` or `index`
    /// @param sql as SQLite keeps it, so that a change shows
    record Definition(String type, String name, String sql) {}

    /// The same, for queries that have a condition more.
    IndexLayout within(String further) {
        return new IndexLayout(List.of(), null, documents, keys, columns, body, parent, id, fields, further);
    }

    String field(String path) {
        String sql = fields.get(path);
        if (sql == null) {
            throw new IllegalStateException(path + " is not in the index " + keys);
        }
        return sql;
    }
}
