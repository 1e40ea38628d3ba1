package ai.jiga.store.documents.sqlite;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.documents.sqlite.IndexLayout.Definition;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The tables of all collections of a schema, and how the database is brought to it at start: what is
/// missing is made and filled, what an old declaration left on a declared collection is dropped. Tables of
/// collections that are not declared are left alone, with their indexes.
final class Tables {
    private static final System.Logger LOG = System.getLogger(Tables.class.getName());

    private final Map<String, Table> byName = new LinkedHashMap<>();

    /// @throws IllegalArgumentException when two names differ only in case, which SQLite does not tell
    ///     apart
    Tables(Schema schema) {
        schema.collections().forEach(c -> byName.put(c.name(), new Table(c)));
        Set<String> seen = new HashSet<>();
        for (Table table : byName.values()) {
            for (Definition definition : table.definitions()) {
                if (!seen.add(definition.name().toLowerCase(Locale.ROOT))) {
                    throw new IllegalArgumentException(
                            "SQLite cannot tell '" + definition.name() + "' from another name but for its case");
                }
            }
        }
    }

    java.util.Collection<Table> all() {
        return byName.values();
    }

    /// @throws IllegalArgumentException when the collection was not declared
    Table of(Collection<?> collection) {
        Table table = byName.get(collection.name());
        if (table == null || table.collection != collection) {
            throw new IllegalArgumentException(collection + " is not in this store's schema");
        }
        return table;
    }

    private record Existing(String type, String table, String sql) {}

    /// Within a transaction of the caller's.
    void install(Session session) {
        Map<String, Existing> existing = new HashMap<>();
        session.list(
                        "SELECT name, type, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL",
                        List.of(),
                        row -> Map.entry(
                                row.getString(1), new Existing(row.getString(2), row.getString(3), row.getString(4))))
                .forEach(entry -> existing.put(entry.getKey(), entry.getValue()));
        Map<String, Definition> wanted = new HashMap<>();
        byName.values().forEach(table -> table.definitions().forEach(d -> wanted.put(d.name(), d)));
        dropStale(session, existing, wanted);
        for (Table table : byName.values()) {
            if (existing.containsKey(table.collection.name())) {
                bringColumns(session, table);
            }
            install(session, table, existing);
        }
    }

    /// To a table that is there: columns that it lacks are added and filled, and those that no index is of any more are
    /// dropped,
    /// since nobody writes them.
    private static void bringColumns(Session session, Table table) {
        String name = SqlText.name(table.collection.name());
        List<String> present = session.list(
                "SELECT name FROM pragma_table_info(?)", List.of(table.collection.name()), row -> row.getString(1));
        List<String> wanted = table.keys.fields();
        for (String column : present) {
            if (column.startsWith(KeyColumns.MARK) && !wanted.contains(column.substring(1))) {
                LOG.log(Level.INFO, "Dropping the column {0} of {1}", column, name);
                session.runOnce("ALTER TABLE " + name + " DROP COLUMN " + SqlText.name(column));
            }
        }
        List<String> filled = new ArrayList<>();
        for (String field : wanted) {
            if (!present.contains(KeyColumns.MARK + field)) {
                LOG.log(Level.INFO, "Adding a column for {0} to {1}", field, name);
                session.runOnce("ALTER TABLE " + name + " ADD COLUMN " + KeyColumns.column(field) + " ANY");
                filled.add(KeyColumns.column(field) + " = " + KeyColumns.fromBody("body", field));
            }
        }
        if (!filled.isEmpty()) {
            session.runOnce("UPDATE " + name + " SET " + String.join(", ", filled));
        }
    }

    private void dropStale(Session session, Map<String, Existing> existing, Map<String, Definition> wanted) {
        List<String> stale = new ArrayList<>();
        existing.forEach((name, found) -> {
            Definition definition = wanted.get(name);
            int by = name.indexOf(" by ");
            boolean ours = by > 0 && byName.containsKey(name.substring(0, by));
            if (ours && (definition == null || !definition.sql().equals(found.sql()))) {
                stale.add(name);
            }
        });
        for (String name : stale) {
            // A table takes with it what hangs on it, such as triggers of an older format.
            Existing found = existing.remove(name);
            if (found != null) {
                LOG.log(Level.INFO, "Dropping {0} \"{1}\", which is not declared any more", found.type(), name);
                session.runOnce("DROP " + found.type() + " IF EXISTS " + SqlText.name(name));
            }
        }
    }

    private static void install(Session session, Table table, Map<String, Existing> existing) {
        boolean fresh = !existing.containsKey(table.collection.name());
        for (Definition definition : table.definitions()) {
            if (!existing.containsKey(definition.name())) {
                if (!fresh) {
                    LOG.log(Level.INFO, "Making {0} \"{1}\"", definition.type(), definition.name());
                }
                session.runOnce(definition.sql());
            }
        }
        for (IndexLayout layout : table.layouts()) {
            String fill = layout.fill();
            if (!fresh
                    && fill != null
                    && !existing.containsKey(layout.definitions().getFirst().name())) {
                session.runOnce(fill);
            }
        }
    }
}
