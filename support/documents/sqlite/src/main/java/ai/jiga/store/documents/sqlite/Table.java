package ai.jiga.store.documents.sqlite;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Index;
import ai.jiga.store.documents.engine.QueryPlan;
import ai.jiga.store.documents.sqlite.IndexLayout.Definition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The table of one collection group: a number for each document, its parent's path, its id, its JSON, and
/// the times of its first and last write in microseconds.
final class Table {
    private final Definition definition;
    private final IndexLayout byId;
    private final Map<Index, IndexLayout> layouts = new LinkedHashMap<>();
    private final @Nullable Definition byExpiry;

    final Collection<?> collection;
    final String insert;
    final String update;
    final String delete;
    final String head;
    final String whole;
    /// Parent and id of documents that have expired, or empty when none of the collection does.
    final String expired;

    Table(Collection<?> collection) {
        this.collection = collection;
        String plain = collection.name();
        String name = SqlText.name(plain);
        definition = new Definition(
                "table",
                plain,
                "CREATE TABLE " + name + "(doc INTEGER PRIMARY KEY, parent TEXT NOT NULL, id TEXT NOT NULL, "
                        + "body TEXT NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL) STRICT");
        byId = ExpressionIndex.byId(plain);
        for (Index index : collection.indexes()) {
            boolean elements = index.fields().stream().anyMatch(f -> f.kind() == Index.Kind.CONTAINS);
            layouts.put(index, elements ? ElementTable.of(plain, index) : ExpressionIndex.of(plain, index));
        }
        insert = "INSERT INTO " + name + "(parent, id, body, created, updated) VALUES (?, ?, ?, ?, ?)";
        update = "UPDATE " + name + " SET body = ?, updated = ? WHERE doc = ?";
        delete = "DELETE FROM " + name + " WHERE doc = ?";
        head = "SELECT doc, created, updated FROM " + name + " WHERE parent = ? AND id = ?";
        whole = "SELECT doc, created, updated, body FROM " + name + " WHERE parent = ? AND id = ?";
        String expires = collection.expiresField();
        if (expires == null) {
            byExpiry = null;
            expired = "";
        } else {
            String index = plain + " by expiry";
            String at = SqlText.value("body", expires);
            String timed = SqlText.type("body", expires) + " = 'text'";
            byExpiry = new Definition(
                    "index",
                    index,
                    "CREATE INDEX " + SqlText.name(index) + " ON " + name + "(" + at + ") WHERE " + timed);
            expired = "SELECT parent, id FROM " + name + " INDEXED BY " + SqlText.name(index) + " WHERE " + timed
                    + " AND " + at + " <= ? ORDER BY " + at + " LIMIT ?";
        }
    }

    /// Everything that must be in the database for this collection, tables before what hangs on them.
    List<Definition> definitions() {
        List<Definition> all = new ArrayList<>();
        all.add(definition);
        all.addAll(byId.definitions());
        layouts.values().forEach(layout -> all.addAll(layout.definitions()));
        if (byExpiry != null) {
            all.add(byExpiry);
        }
        return all;
    }

    java.util.Collection<IndexLayout> layouts() {
        return layouts.values();
    }

    IndexLayout layout(QueryPlan<?> plan) {
        Index index = plan.index();
        IndexLayout layout = index == null ? byId : layouts.get(index);
        if (layout == null) {
            throw new IllegalStateException("no layout of " + index);
        }
        return layout;
    }
}
