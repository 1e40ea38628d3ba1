package ai.jiga.store.queue.local;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Reader;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Results;
import ai.jiga.store.documents.TransactionBody;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/// Counts what is asked of a store.
final class CountingStore implements DocumentStore {
    private final DocumentStore store;
    private final AtomicInteger transactions = new AtomicInteger();
    private final List<Query<?>> queries = new CopyOnWriteArrayList<>();

    CountingStore(DocumentStore store) {
        this.store = store;
    }

    int transactions() {
        return transactions.get();
    }

    long queriesOf(Collection<?> collection) {
        return queries.stream()
                .filter(query -> query.collection().name().equals(collection.name()))
                .count();
    }

    @Override
    public <R> R transact(TransactionBody<R> body) {
        transactions.incrementAndGet();
        return store.transact(body);
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
        queries.add(query);
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
}
