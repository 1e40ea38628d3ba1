package ai.jiga.store.queue.testkit;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Reader;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Results;
import ai.jiga.store.documents.TransactionBody;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/// A store that is gone after so many transactions, for those who hold this view of it: whoever worked on it might as
/// well have died there. The documents stay.
final class PowerCut implements DocumentStore {
    private final DocumentStore store;
    private final boolean answersLost;
    private final AtomicInteger left;

    /// @param answersLost whether one more transaction commits without anybody learning of it
    PowerCut(DocumentStore store, int transactions, boolean answersLost) {
        this.store = store;
        this.answersLost = answersLost;
        this.left = new AtomicInteger(transactions);
    }

    boolean happened() {
        return left.get() < 0;
    }

    @Override
    public <R> R transact(TransactionBody<R> body) {
        int before = left.getAndDecrement();
        if (before <= 0) {
            if (before == 0 && answersLost) {
                store.transact(body);
            }
            throw gone();
        }
        return store.transact(body);
    }

    private static IllegalStateException gone() {
        return new IllegalStateException("the power is out");
    }

    private DocumentStore there() {
        if (happened()) {
            throw gone();
        }
        return store;
    }

    @Override
    public <R> R snapshot(Function<Reader, R> body) {
        return there().snapshot(body);
    }

    @Override
    public <T> Watch watch(Query<T> query, Consumer<List<Document<T>>> onState) {
        return there().watch(query, onState);
    }

    @Override
    public <T> Watch watch(Ref<T> ref, Consumer<Optional<Document<T>>> onState) {
        return there().watch(ref, onState);
    }

    @Override
    public <T> Optional<Document<T>> get(Ref<T> ref) {
        return there().get(ref);
    }

    @Override
    public <T> List<Document<T>> getAll(List<Ref<T>> refs) {
        return there().getAll(refs);
    }

    @Override
    public <T> Results<T> query(Query<T> query) {
        return there().query(query);
    }

    @Override
    public long count(Query<?> query) {
        return there().count(query);
    }

    @Override
    public long sum(Query<?> query, String field) {
        return there().sum(query, field);
    }

    /// The documents stay.
    @Override
    public void close() {}
}
