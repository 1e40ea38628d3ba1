package ai.jiga.store.documents.faulty;

import ai.jiga.store.documents.ContentionException;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Reader;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Results;
import ai.jiga.store.documents.StoreUnavailableException;
import ai.jiga.store.documents.TransactionBody;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// A store that does what the one behind it does, as far as the plan lets it. Watches are not disturbed.
public final class FaultyDocuments implements DocumentStore {
    private static final long SLOWNESS = TimeUnit.MILLISECONDS.toNanos(3);

    private final DocumentStore store;
    private final FaultPlan plan;

    /// Closing this store closes `store`.
    public FaultyDocuments(DocumentStore store, FaultPlan plan) {
        this.store = store;
        this.plan = plan;
    }

    @Override
    public <R> R transact(TransactionBody<R> body) {
        return switch (plan.next()) {
            case NONE -> store.transact(body);
            case SLOW -> {
                LockSupport.parkNanos(SLOWNESS);
                yield store.transact(body);
            }
            case ABORTED -> {
                loseRace(body);
                yield store.transact(body);
            }
            case ANSWER_LOST -> {
                commitUnheard(body);
                yield store.transact(body);
            }
            case CONTENDED -> {
                loseRace(body);
                throw new ContentionException("lost on purpose by a test");
            }
            case TIMED_OUT_BEFORE -> throw noAnswer();
            case TIMED_OUT_AFTER -> {
                commitUnheard(body);
                throw noAnswer();
            }
        };
    }

    /// What the body itself throws ends the race as it ends the transaction.
    private void loseRace(TransactionBody<?> body) {
        try {
            store.transact(tx -> {
                body.run(new Unheard(tx));
                throw new RaceLost();
            });
        } catch (RaceLost lost) {
            // Rolled back, as was wanted.
        }
    }

    private void commitUnheard(TransactionBody<?> body) {
        store.transact(tx -> {
            body.run(new Unheard(tx));
            return true;
        });
    }

    private static StoreUnavailableException noAnswer() {
        return new StoreUnavailableException(
                "no answer came, on purpose of a test; the outcome is unknown",
                new IllegalStateException("a fault that a test asked for"));
    }

    private static final class RaceLost extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public <R> R snapshot(Function<Reader, R> body) {
        return read(() -> store.snapshot(body));
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
        return read(() -> store.get(ref));
    }

    @Override
    public <T> List<Document<T>> getAll(List<Ref<T>> refs) {
        return read(() -> store.getAll(refs));
    }

    @Override
    public <T> Results<T> query(Query<T> query) {
        return read(() -> store.query(query));
    }

    @Override
    public long count(Query<?> query) {
        return read(() -> store.count(query));
    }

    @Override
    public long sum(Query<?> query, String field) {
        return read(() -> store.sum(query, field));
    }

    /// A read loses no race and leaves nothing behind: it is slow, or fails.
    private <R> R read(Supplier<R> read) {
        return switch (plan.next()) {
            case NONE, ABORTED, ANSWER_LOST, CONTENDED -> read.get();
            case SLOW -> {
                LockSupport.parkNanos(SLOWNESS);
                yield read.get();
            }
            case TIMED_OUT_BEFORE, TIMED_OUT_AFTER -> throw noAnswer();
        };
    }

    @Override
    public void close() {
        store.close();
    }
}
