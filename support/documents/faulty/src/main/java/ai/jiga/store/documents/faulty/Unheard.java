package ai.jiga.store.documents.faulty;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Results;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.documents.Update;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A transaction of whose commit nobody learns: its wake-ups never run.
record Unheard(Transaction tx) implements Transaction {
    @Override
    public void afterCommit(Runnable wakeUp) {}

    @Override
    public <T> void create(Ref<T> ref, T value) {
        tx.create(ref, value);
    }

    @Override
    public <T> void set(Ref<T> ref, T value) {
        tx.set(ref, value);
    }

    @Override
    public <T> void replace(Ref<T> ref, T value, Instant updatedAt) {
        tx.replace(ref, value, updatedAt);
    }

    @Override
    public void update(Ref<?> ref, Update update) {
        tx.update(ref, update);
    }

    @Override
    public <T> void upsert(Ref<T> ref, T initial, Update update) {
        tx.upsert(ref, initial, update);
    }

    @Override
    public void delete(Ref<?> ref) {
        tx.delete(ref);
    }

    @Override
    public <T> Optional<Document<T>> get(Ref<T> ref) {
        return tx.get(ref);
    }

    @Override
    public <T> List<Document<T>> getAll(List<Ref<T>> refs) {
        return tx.getAll(refs);
    }

    @Override
    public <T> Results<T> query(Query<T> query) {
        return tx.query(query);
    }

    @Override
    public long count(Query<?> query) {
        return tx.count(query);
    }

    @Override
    public long sum(Query<?> query, String field) {
        return tx.sum(query, field);
    }
}
