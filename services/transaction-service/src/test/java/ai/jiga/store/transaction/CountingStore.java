package ai.jiga.store.transaction;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Reader;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Results;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.documents.TransactionBody;
import ai.jiga.store.documents.Update;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/// Remembers which documents the last transaction wrote.
final class CountingStore implements DocumentStore {
    private final DocumentStore store;
    private Set<String> written = Set.of();

    CountingStore(DocumentStore store) {
        this.store = store;
    }

    /// Their paths.
    Set<String> written() {
        return written;
    }

    @Override
    public <R> R transact(TransactionBody<R> body) {
        return store.transact(tx -> {
            var counting = new CountingTransaction(tx);
            written = counting.paths;
            return body.run(counting);
        });
    }

    @Override
    public <R> R snapshot(Function<Reader, R> body) {
        return store.snapshot(body);
    }

    @Override
    public <T> Watch watch(Query<T> query, Consumer<List<Document<T>>> onState) {
        return store.watch(query, onState);
    }

    @Override
    public <T> Watch watch(Ref<T> ref, Consumer<Optional<Document<T>>> onState) {
        return store.watch(ref, onState);
    }

    @Override
    public <T> Optional<Document<T>> get(Ref<T> ref) {
        return store.get(ref);
    }

    @Override
    public <T> List<Document<T>> getAll(List<Ref<T>> refs) {
        return store.getAll(refs);
    }

    @Override
    public <T> Results<T> query(Query<T> query) {
        return store.query(query);
    }

    @Override
    public long count(Query<?> query) {
        return store.count(query);
    }

    @Override
    public long sum(Query<?> query, String field) {
        return store.sum(query, field);
    }

    @Override
    public void close() {}

    private static final class CountingTransaction implements Transaction {
        private final Transaction tx;
        private final Set<String> paths = new TreeSet<>();

        CountingTransaction(Transaction tx) {
            this.tx = tx;
        }

        @Override
        public <T> void create(Ref<T> ref, T value) {
            paths.add(ref.path());
            tx.create(ref, value);
        }

        @Override
        public <T> void set(Ref<T> ref, T value) {
            paths.add(ref.path());
            tx.set(ref, value);
        }

        @Override
        public <T> void replace(Ref<T> ref, T value, Instant updatedAt) {
            paths.add(ref.path());
            tx.replace(ref, value, updatedAt);
        }

        @Override
        public void update(Ref<?> ref, Update update) {
            paths.add(ref.path());
            tx.update(ref, update);
        }

        @Override
        public <T> void upsert(Ref<T> ref, T initial, Update update) {
            paths.add(ref.path());
            tx.upsert(ref, initial, update);
        }

        @Override
        public void delete(Ref<?> ref) {
            paths.add(ref.path());
            tx.delete(ref);
        }

        @Override
        public void afterCommit(Runnable wakeUp) {
            tx.afterCommit(wakeUp);
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
}
