package ai.jiga.store.documents.memory;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.FieldCipher;
import ai.jiga.store.documents.IllegalTransactionException;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Reader;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Results;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.documents.TransactionBody;
import ai.jiga.store.documents.engine.BufferedTransaction;
import ai.jiga.store.documents.engine.Changes;
import ai.jiga.store.documents.engine.Codec;
import ai.jiga.store.documents.engine.CommitClock;
import ai.jiga.store.documents.engine.IndexPlanner;
import ai.jiga.store.documents.engine.Micros;
import ai.jiga.store.documents.engine.Watches;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/// The document store of unit tests: nothing survives [#close()].
///
/// Transactions run one at a time on the caller's thread. A body uses the transaction that it is given: any
/// other use of the store from within a body throws [IllegalTransactionException].
public final class MemoryDocuments implements DocumentStore {
    private static final long LATEST = Long.MAX_VALUE;

    private final Schema schema;
    private final ObjectMapper mapper;
    private final InstantSource clock;
    private final FieldCipher cipher;
    private final boolean rehearsing;

    private final Codec codec;
    private final IndexPlanner planner;
    private final CommitClock commitClock;
    private final Shelves shelves;
    private final ReentrantLock lock = new ReentrantLock();
    private final ThreadLocal<Boolean> inBody = ThreadLocal.withInitial(() -> false);
    private final Watches watches = new Watches("documents-memory-watch");
    private volatile boolean closed;

    private MemoryDocuments(
            Schema schema, ObjectMapper mapper, InstantSource clock, FieldCipher cipher, boolean rehearsing) {
        this.schema = schema;
        this.mapper = mapper;
        this.clock = clock;
        this.cipher = cipher;
        this.rehearsing = rehearsing;
        codec = new Codec(schema, mapper, cipher);
        planner = new IndexPlanner(codec);
        commitClock = new CommitClock(clock);
        shelves = new Shelves(codec);
    }

    /// An empty store. Encrypted fields are sealed under a key that dies with the process.
    ///
    /// @param mapper from [ai.jiga.store.documents.DocumentJson#mapper]
    public static MemoryDocuments open(Schema schema, ObjectMapper mapper, InstantSource clock) {
        return new MemoryDocuments(schema, mapper, clock, new EphemeralFieldCipher(), false);
    }

    /// An empty store like this one that runs every transaction body twice, the first time for nothing: what
    /// a body does besides the transaction shows.
    public MemoryDocuments rehearsing() {
        return new MemoryDocuments(schema, mapper, clock, cipher, true);
    }

    /// An empty store like this one with a cipher of the caller's.
    public MemoryDocuments encrypting(FieldCipher other) {
        return new MemoryDocuments(schema, mapper, clock, other, rehearsing);
    }

    @Override
    public <R> R transact(TransactionBody<R> body) {
        checkUsable();
        BufferedTransaction tx;
        R result;
        List<Ref<?>> touched = new ArrayList<>();
        lock.lock();
        try {
            inBody.set(true);
            var reader = new MemoryReader(shelves, codec, planner, lock, LATEST);
            if (rehearsing) {
                rehearse(body, new BufferedTransaction(reader, codec));
            }
            tx = new BufferedTransaction(reader, codec);
            result = body.run(tx);
            Changes changes = Changes.of(tx.end(), (ref, _) -> shelves.at(ref, LATEST), commitClock, codec);
            shelves.apply(changes);
            changes.changes().forEach(change -> touched.add(change.ref()));
        } finally {
            inBody.remove();
            lock.unlock();
        }
        watches.touched(touched);
        tx.runWakeUps();
        return result;
    }

    @SuppressWarnings("CatchAndPrintStackTrace")
    private static void rehearse(TransactionBody<?> body, BufferedTransaction tx) {
        try {
            body.run(tx);
        } catch (RuntimeException e) {
            // The run that counts will throw it again, or shows by not doing so that the body depends on more
            // than it reads.
        }
        tx.end();
    }

    @Override
    public <R> R snapshot(Function<Reader, R> body) {
        checkUsable();
        long commit;
        lock.lock();
        try {
            commit = shelves.beginSnapshot();
        } finally {
            lock.unlock();
        }
        try {
            inBody.set(true);
            return body.apply(new MemoryReader(shelves, codec, planner, lock, commit));
        } finally {
            inBody.remove();
            lock.lock();
            try {
                shelves.endSnapshot();
            } finally {
                lock.unlock();
            }
        }
    }

    @Override
    public <T> Watch watch(Query<T> query, Consumer<List<Document<T>>> onState) {
        checkUsable();
        if (query.limit() == 0) {
            throw new IllegalArgumentException("a watched query names a limit: " + query.collection());
        }
        planner.plan(query);
        return watches.add(query, q -> query(q).documents(), onState);
    }

    @Override
    public <T> Watch watch(Ref<T> ref, Consumer<Optional<Document<T>>> onState) {
        checkUsable();
        return watches.add(ref, this::get, onState);
    }

    /// Deletes the documents whose expiry has passed, and says how many. Nothing else deletes them.
    public int sweepExpired() {
        checkUsable();
        List<Ref<?>> removed;
        lock.lock();
        try {
            removed = shelves.removeExpired(Micros.of(clock.instant()));
        } finally {
            lock.unlock();
        }
        watches.touched(removed);
        return removed.size();
    }

    @Override
    public <T> Optional<Document<T>> get(Ref<T> ref) {
        return latest().get(ref);
    }

    @Override
    public <T> List<Document<T>> getAll(List<Ref<T>> refs) {
        return latest().getAll(refs);
    }

    @Override
    public <T> Results<T> query(Query<T> query) {
        return latest().query(query);
    }

    @Override
    public long count(Query<?> query) {
        return latest().count(query);
    }

    @Override
    public long sum(Query<?> query, String field) {
        return latest().sum(query, field);
    }

    @Override
    public void close() {
        closed = true;
        watches.close();
    }

    private Reader latest() {
        checkUsable();
        return new MemoryReader(shelves, codec, planner, lock, LATEST);
    }

    private void checkUsable() {
        if (inBody.get()) {
            throw new IllegalTransactionException(
                    "within a body of transact or snapshot, use the transaction or reader that it is given");
        }
        if (closed) {
            throw new IllegalStateException("the document store is closed");
        }
    }
}
