package ai.jiga.store.documents.firestore;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.ContentionException;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.FieldCipher;
import ai.jiga.store.documents.IllegalTransactionException;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Reader;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Results;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.documents.StoreUnavailableException;
import ai.jiga.store.documents.TransactionBody;
import ai.jiga.store.documents.engine.BufferedTransaction;
import ai.jiga.store.documents.engine.Codec;
import ai.jiga.store.documents.engine.IndexPlanner;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.cloud.ServiceOptions;
import com.google.cloud.firestore.FieldPath;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.FirestoreOptions;
import com.google.cloud.firestore.QuerySnapshot;
import com.google.cloud.firestore.Transaction;
import com.google.cloud.firestore.TransactionOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Documents in Firestore. Bodies run on virtual threads of the store's. The vendor runs a body again after a lost race
/// and after a commit whose outcome it did not learn, and gives up after [FirestoreTarget#attempts], or when whoever
/// asked has waited long enough.
///
/// What a process had read in a transaction when it died stays locked until Firestore ends the transaction, which it
/// does when it has been idle for a minute: until then others are told of contention.
public final class FirestoreDocuments implements DocumentStore {
    private static final Duration GOODBYE = Duration.ofSeconds(10);
    /// Longer, and whoever asked has given up.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// A transaction may wait for the locks of several others, one after the other.
    private static final Duration PATIENCE_WITH_OTHERS = Duration.ofSeconds(40);

    /// The vendor's own pauses grow to half a minute. Much shorter ones let those who met once meet again: the emulator
    /// aborts all of them after some seconds.
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Firestore firestore;
    private final Codec codec;
    private final IndexPlanner planner;
    private final Places places;
    private final int attempts;
    private final boolean rehearsing;
    private final Operations operations = new Operations();
    private final Listeners listeners = new Listeners();
    private final InFlight inFlight = new InFlight();
    private final ThreadLocal<Boolean> inBody = ThreadLocal.withInitial(() -> false);
    private final ExecutorService bodies = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("firestore-body-", 0).factory());

    private FirestoreDocuments(Firestore firestore, Codec codec, int attempts, boolean rehearsing) {
        this.firestore = firestore;
        this.codec = codec;
        this.planner = new IndexPlanner(codec);
        this.places = new Places(firestore);
        this.attempts = attempts;
        this.rehearsing = rehearsing;
    }

    /// Connects when first asked: an unreachable service is told of by the first use.
    ///
    /// @param mapper from [ai.jiga.store.documents.DocumentJson#mapper]
    public static FirestoreDocuments open(
            FirestoreTarget target, Schema schema, ObjectMapper mapper, FieldCipher cipher) {
        return open(target, schema, mapper, cipher, false);
    }

    /// Like [#open], but every body runs twice, the first time for nothing: what a body does besides shows.
    public static FirestoreDocuments rehearsing(
            FirestoreTarget target, Schema schema, ObjectMapper mapper, FieldCipher cipher) {
        return open(target, schema, mapper, cipher, true);
    }

    private static FirestoreDocuments open(
            FirestoreTarget target, Schema schema, ObjectMapper mapper, FieldCipher cipher, boolean rehearsing) {
        FirestoreOptions.Builder options =
                FirestoreOptions.newBuilder().setProjectId(target.project()).setDatabaseId(target.database());
        options.setRetrySettings(ServiceOptions.getDefaultRetrySettings().toBuilder()
                .setTotalTimeoutDuration(PATIENCE)
                .setMaxRetryDelayDuration(LONGEST_PAUSE)
                .build());
        String emulator = target.emulatorHost();
        if (emulator != null) {
            options.setEmulatorHost(emulator);
        }
        return new FirestoreDocuments(
                options.build().getService(), new Codec(schema, mapper, cipher), target.attempts(), rehearsing);
    }

    @Override
    public <R> R transact(TransactionBody<R> body) {
        checkUsable();
        var limit = new Limit(PATIENCE_WITH_OTHERS);
        var committed = inFlight.run(() -> run(
                transaction -> {
                    limit.beforeAttempt();
                    var attempted = attempt(body, transaction);
                    limit.beforeCommit();
                    return attempted;
                },
                TransactionOptions.createReadWriteOptionsBuilder()
                        .setNumberOfAttempts(attempts)
                        .setExecutor(bodies)
                        .build()));
        committed.transaction().runWakeUps();
        return committed.result();
    }

    private record Committed<R>(R result, BufferedTransaction transaction) {}

    private <R> Committed<R> attempt(TransactionBody<R> body, Transaction transaction) {
        var reader = reader(new Source.InTransaction(transaction));
        if (rehearsing) {
            rehearse(body, new BufferedTransaction(reader, codec));
        }
        var tx = new BufferedTransaction(reader, codec);
        R result = body.run(tx);
        new Commit(transaction, reader, places, codec, operations).apply(tx.end());
        return new Committed<>(result, tx);
    }

    @SuppressWarnings("CatchAndPrintStackTrace")
    private static void rehearse(TransactionBody<?> body, BufferedTransaction tx) {
        try {
            body.run(tx);
        } catch (RuntimeException e) {
            // The run that counts throws it again, or shows by not doing so that the body depends on more
            // than it reads.
        }
        tx.end();
    }

    @Override
    public <R> R snapshot(Function<Reader, R> body) {
        checkUsable();
        return inFlight.run(() -> run(
                        transaction -> new Held<>(body.apply(reader(new Source.InTransaction(transaction)))),
                        TransactionOptions.createReadOnlyOptionsBuilder()
                                .setExecutor(bodies)
                                .build()))
                .value();
    }

    /// A body may well answer null, which the vendor's futures hold but our types do not say.
    private record Held<R>(R value) {}

    /// Runs within the vendor's transaction, and says what came of it in the words of the seam.
    private <R> R run(Function<Transaction, R> work, TransactionOptions options) {
        try {
            return Faults.await(firestore.runTransaction(
                    transaction -> {
                        inBody.set(true);
                        try {
                            return work.apply(transaction);
                        } catch (Error e) {
                            // The vendor's loop catches exceptions only, and would never answer.
                            throw new Thrown(e);
                        } finally {
                            inBody.remove();
                        }
                    },
                    options));
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof Thrown thrown) {
                throw thrown.error;
            }
            RuntimeException ours = Faults.ours(cause);
            if (inFlight.isClosed()
                    && (ours instanceof StoreUnavailableException || ours instanceof ContentionException)) {
                throw InFlight.closed();
            }
            throw ours;
        }
    }

    private static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Error error;

        Thrown(Error error) {
            super(error);
            this.error = error;
        }
    }

    @Override
    public <T> Watch watch(Query<T> query, Consumer<List<Document<T>>> onState) {
        checkUsable();
        if (query.limit() == 0) {
            throw new IllegalArgumentException("a watched query names a limit: " + query.collection());
        }
        var vendor = new VendorQueries(places, codec).inOrder(planner.plan(query));
        if (vendor.size() > 1) {
            throw new IllegalArgumentException("a watched query is not ordered by the field of its in()");
        }
        return listeners.add(vendor.getFirst().limit(query.limit()), rows -> read(query.collection(), rows), onState);
    }

    @Override
    public <T> Watch watch(Ref<T> ref, Consumer<Optional<Document<T>>> onState) {
        checkUsable();
        var vendor = places.collection(ref.parent(), ref.collection())
                .whereEqualTo(FieldPath.documentId(), StoredId.of(ref.id()));
        return listeners.add(
                vendor,
                rows -> read(ref.collection(), rows),
                found -> onState.accept(found.stream().findFirst()));
    }

    private <T> List<Document<T>> read(Collection<T> collection, QuerySnapshot rows) {
        return rows.getDocuments().stream()
                .map(row -> {
                    var stored = Places.stored(row);
                    return codec.document(
                            places.ref(collection, row),
                            java.util.Objects.requireNonNull(stored.json()),
                            stored.created(),
                            stored.updated());
                })
                .toList();
    }

    @Override
    public <T> Optional<Document<T>> get(Ref<T> ref) {
        return latest(reader -> reader.get(ref));
    }

    @Override
    public <T> List<Document<T>> getAll(List<Ref<T>> refs) {
        return latest(reader -> reader.getAll(refs));
    }

    @Override
    public <T> Results<T> query(Query<T> query) {
        return latest(reader -> reader.query(query));
    }

    @Override
    public long count(Query<?> query) {
        return latest(reader -> reader.count(query));
    }

    @Override
    public long sum(Query<?> query, String field) {
        return latest(reader -> reader.sum(query, field));
    }

    private <R> R latest(Function<Reader, R> read) {
        checkUsable();
        return inFlight.run(() -> {
            try {
                return read.apply(reader(new Source.Latest(firestore)));
            } catch (StoreUnavailableException e) {
                if (inFlight.isClosed()) {
                    throw InFlight.closed();
                }
                throw e;
            }
        });
    }

    private FirestoreReader reader(Source source) {
        return new FirestoreReader(source, places, codec, planner, operations);
    }

    private void checkUsable() {
        if (inBody.get()) {
            throw new IllegalTransactionException(
                    "within a body of transact or snapshot, use the transaction or reader that it is given");
        }
        inFlight.checkOpen();
    }

    /// What was asked of Firestore since this store was opened, as it is billed.
    public OperationCount operations() {
        return operations.count().values().stream().reduce(OperationCount.NONE, OperationCount::plus);
    }

    /// The same, by the path of the collection (`sessions/{}/usage`).
    public SortedMap<String, OperationCount> operationsByCollection() {
        return operations.count();
    }

    /// Asks the database who wrote it, and leaves a mark in a new one. Called once before anything else is asked.
    ///
    /// @param keys names the keys that encrypted fields are sealed with, such as the id of the first of them
    /// @throws ai.jiga.store.documents.NewerFormatException when a newer program wrote it
    /// @throws ai.jiga.store.documents.UnreadableFieldException when its fields were sealed with other keys
    /// @throws StoreUnavailableException when it cannot be reached, in words for an operator
    public void claim(String keys) {
        checkUsable();
        inFlight.run(() -> {
            FormatMark.check(firestore, keys);
            return keys;
        });
    }

    /// What keeps the database from answering, or null; takes at most as long as one read.
    public @Nullable String trouble() {
        try {
            return inFlight.run(() -> FormatMark.isReadable(firestore))
                    ? null
                    : "the database has no mark of a store: another process may have emptied it";
        } catch (RuntimeException e) {
            return e.getMessage();
        }
    }

    @Override
    public void close() {
        if (!inFlight.close(GOODBYE)) {
            return;
        }
        listeners.close();
        bodies.shutdown();
        try {
            firestore.close();
        } catch (Exception e) {
            throw new IllegalStateException("the connection to Firestore does not close", e);
        }
    }
}
