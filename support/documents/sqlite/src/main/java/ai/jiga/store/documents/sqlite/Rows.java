package ai.jiga.store.documents.sqlite;

import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.engine.Changes;
import ai.jiga.store.documents.engine.Codec;
import ai.jiga.store.documents.engine.Encoded;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes documents as rows, with what their indexes are of. Used by the thread that writes.
final class Rows {
    private final Session session;
    private final Tables tables;
    private final Codec codec;

    Rows(Session session, Tables tables, Codec codec) {
        this.session = session;
        this.tables = tables;
        this.codec = codec;
    }

    /// What a document's indexes have of it.
    ///
    /// @param columns of [KeyColumns]
    /// @param elements of each [ElementTable], the keys of its rows
    private record Indexed(List<@Nullable Object> columns, List<Set<List<@Nullable Object>>> elements) {}

    void write(Changes.Change change, long micros) {
        Table table = tables.of(change.ref().collection());
        switch (change) {
            case Changes.Insert insert -> insert(table, insert, micros);
            case Changes.Replace replace -> replace(table, replace, micros);
            case Changes.Remove remove -> remove(table, remove);
        }
    }

    private void insert(Table table, Changes.Insert insert, long micros) {
        Ref<?> ref = insert.ref();
        List<@Nullable Object> parameters = and(
                List.of(ref.parent(), ref.id(), insert.value().json(), micros, micros),
                table.keys.values(insert.value()));
        if (table.elements.isEmpty()) {
            session.run(table.insert, parameters);
            return;
        }
        long doc = session.number(table.insert + " RETURNING doc", parameters);
        for (ElementTable elements : table.elements) {
            for (List<@Nullable Object> row : elements.rows(insert.value().indexed())) {
                add(elements, ref, row, doc);
            }
        }
    }

    private void replace(Table table, Changes.Replace replace, long micros) {
        long doc = replace.before().row();
        Encoded value = replace.value();
        int changed = 0;
        List<@Nullable Object> columns = table.keys.values(value);
        if (table.isIndexed()) {
            Indexed before = before(table, doc);
            changed = KeyColumns.changed(before.columns(), columns);
            for (int i = 0; i < table.elements.size(); i++) {
                ElementTable elements = table.elements.get(i);
                Set<List<@Nullable Object>> was = before.elements().get(i);
                Set<List<@Nullable Object>> is = elements.rows(value.indexed());
                for (List<@Nullable Object> row : was) {
                    if (!is.contains(row)) {
                        drop(elements, replace.ref(), row);
                    }
                }
                for (List<@Nullable Object> row : is) {
                    if (!was.contains(row)) {
                        add(elements, replace.ref(), row, doc);
                    }
                }
            }
        }
        List<@Nullable Object> parameters = and(List.of(value.json(), micros), table.keys.those(changed, columns));
        parameters.add(doc);
        session.change(table.update(changed), parameters);
    }

    private void remove(Table table, Changes.Remove remove) {
        long doc = remove.before().row();
        if (!table.elements.isEmpty()) {
            Indexed before = before(table, doc);
            for (int i = 0; i < table.elements.size(); i++) {
                for (List<@Nullable Object> row : before.elements().get(i)) {
                    drop(table.elements.get(i), remove.ref(), row);
                }
            }
        }
        session.change(table.delete, List.of(doc));
    }

    private void add(ElementTable elements, Ref<?> ref, List<@Nullable Object> row, long doc) {
        List<@Nullable Object> parameters = and(List.of(ref.parent(), ref.id()), row);
        parameters.add(doc);
        session.run(elements.insert, parameters);
    }

    private void drop(ElementTable elements, Ref<?> ref, List<@Nullable Object> row) {
        session.change(elements.delete, and(List.of(ref.parent(), ref.id()), row.subList(0, elements.keys())));
    }

    private Indexed before(Table table, long doc) {
        int columns = table.keys.fields().size();
        Indexed before = session.first(
                table.indexed,
                row -> {
                    List<@Nullable Object> values = new ArrayList<>(columns);
                    for (int i = 1; i <= columns; i++) {
                        values.add(Session.column(row, i));
                    }
                    return new Indexed(values, elements(table, row.getString(columns + 1)));
                },
                doc);
        if (before == null) {
            throw new IllegalStateException("a row was there, and is gone");
        }
        return before;
    }

    private List<Set<List<@Nullable Object>>> elements(Table table, @Nullable String body) {
        if (body == null) {
            return List.of();
        }
        var indexed = codec.indexed(table.collection, codec.tree(body));
        return table.elements.stream().map(elements -> elements.rows(indexed)).toList();
    }

    private static List<@Nullable Object> and(List<?> first, List<?> then) {
        List<@Nullable Object> all = new ArrayList<>(first.size() + then.size() + 1);
        all.addAll(first);
        all.addAll(then);
        return all;
    }
}
