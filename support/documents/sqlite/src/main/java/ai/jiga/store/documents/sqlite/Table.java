package ai.jiga.store.documents.sqlite;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Index;
import ai.jiga.store.documents.engine.QueryPlan;
import ai.jiga.store.documents.sqlite.IndexLayout.Definition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The table of one collection group: a number for each document, its parent's path, its id, its JSON, the times of its
/// first and last write in microseconds, and what its indexes are of ([KeyColumns]).
final class Table {
    private final Definition definition;
    private final IndexLayout byId;
    private final Map<Index, IndexLayout> layouts = new LinkedHashMap<>();
    private final @Nullable Definition byExpiry;
    private final Map<Integer, String> updates = new HashMap<>();

    final Collection<?> collection;
    final KeyColumns keys;
    final List<ElementTable> elements = new ArrayList<>();
    final String insert;
    final String delete;
    /// The columns of [KeyColumns] and the body of one document.
    final String indexed;
    final String head;
    final String whole;
    /// Parent and id of documents that have expired, or empty when none of the collection does.
    final String expired;

    Table(Collection<?> collection) {
        this.collection = collection;
        keys = new KeyColumns(collection);
        String plain = collection.name();
        String name = SqlText.name(plain);
        definition = new Definition(
                "table",
                plain,
                "CREATE TABLE " + name + "(doc INTEGER PRIMARY KEY, parent TEXT NOT NULL, id TEXT NOT NULL, "
                        + "body TEXT NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL"
                        + keys.columns().stream()
                                .map(column -> ", " + column + " ANY")
                                .collect(Collectors.joining())
                        + ") STRICT");
        byId = ColumnIndex.byId(plain);
        for (Index index : collection.indexes()) {
            if (!ElementTable.serves(index)) {
                layouts.put(index, ColumnIndex.of(plain, index));
            } else if (collection.indexes().stream().noneMatch(other -> ElementTable.folds(other, index))) {
                ElementTable table = ElementTable.of(
                        plain,
                        index,
                        collection.indexes().stream()
                                .filter(other -> ElementTable.folds(index, other))
                                .toList());
                elements.add(table);
                layouts.putAll(table.layouts);
            }
        }
        List<String> columns = keys.columns();
        insert = "INSERT INTO " + name + "(parent, id, body, created, updated"
                + columns.stream().map(column -> ", " + column).collect(Collectors.joining())
                + ") VALUES (?, ?, ?, ?, ?" + ", ?".repeat(columns.size()) + ")";
        indexed = "SELECT " + columns.stream().map(column -> column + ", ").collect(Collectors.joining())
                + (elements.isEmpty() ? "NULL" : "body") + " FROM " + name + " WHERE doc = ?";
        delete = "DELETE FROM " + name + " WHERE doc = ?";
        head = "SELECT doc, created, updated FROM " + name + " WHERE parent = ? AND id = ?";
        whole = "SELECT doc, created, updated, body FROM " + name + " WHERE parent = ? AND id = ?";
        String expires = collection.expiresField();
        if (expires == null) {
            byExpiry = null;
            expired = "";
        } else {
            String index = plain + " by expiry";
            String at = KeyColumns.column(expires);
            String timed = at + " >= ''";
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

    /// Whether a document's change may change an index.
    boolean isIndexed() {
        return !keys.fields().isEmpty() || !elements.isEmpty();
    }

    /// Leaves alone what did not change.
    ///
    /// @param changed as [KeyColumns#changed] says
    String update(int changed) {
        return updates.computeIfAbsent(
                changed,
                _ -> "UPDATE " + SqlText.name(collection.name()) + " SET body = ?, updated = ?"
                        + keys.those(changed, keys.columns()).stream()
                                .map(column -> ", " + column + " = ?")
                                .collect(Collectors.joining())
                        + " WHERE doc = ?");
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
