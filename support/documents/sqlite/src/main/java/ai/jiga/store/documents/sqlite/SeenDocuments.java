package ai.jiga.store.documents.sqlite;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Reader;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Results;
import ai.jiga.store.documents.engine.Changes;
import ai.jiga.store.documents.engine.StoredDocument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one transaction has read, so that what it writes need not be looked up again: on the thread that writes,
/// nothing can have changed since.
final class SeenDocuments implements Reader, Changes.Current {
    private final SqlReader reader;
    private final Map<Ref<?>, Optional<StoredDocument>> seen = new HashMap<>();

    SeenDocuments(SqlReader reader) {
        this.reader = reader;
    }

    @Override
    public @Nullable StoredDocument at(Ref<?> ref, boolean withJson) {
        Optional<StoredDocument> known = seen.get(ref);
        return known == null ? reader.at(ref, withJson) : known.orElse(null);
    }

    @Override
    public <T> Optional<Document<T>> get(Ref<T> ref) {
        Optional<StoredDocument> stored = Optional.ofNullable(reader.at(ref, true));
        seen.put(ref, stored);
        return stored.map(found -> reader.document(ref, found));
    }

    @Override
    public <T> List<Document<T>> getAll(List<Ref<T>> refs) {
        return refs.stream().flatMap(ref -> get(ref).stream()).toList();
    }

    @Override
    public <T> Results<T> query(Query<T> query) {
        return reader.query(query);
    }

    @Override
    public long count(Query<?> query) {
        return reader.count(query);
    }

    @Override
    public long sum(Query<?> query, String field) {
        return reader.sum(query, field);
    }
}
