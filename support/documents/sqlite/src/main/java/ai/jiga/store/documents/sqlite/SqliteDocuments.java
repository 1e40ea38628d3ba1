package ai.jiga.store.documents.sqlite;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.FieldCipher;
import ai.jiga.store.documents.NewerFormatException;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Reader;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Results;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.documents.TransactionBody;
import ai.jiga.store.documents.engine.Codec;
import ai.jiga.store.documents.engine.CommitClock;
import ai.jiga.store.documents.engine.IndexPlanner;
import ai.jiga.store.documents.engine.Watches;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// The document store in a folder of this machine: `store.db` (SQLite with a write-ahead log) beside the
/// key file of encrypted fields. A transaction is answered once it is on the disk; killing the process at
/// any moment loses nothing that was answered. One process has a folder at a time.
///
/// Bodies of transactions run on the one writing thread, bodies of snapshots on a reading one: an endless
/// body stops every writer. Within a body, any other use of the store throws [IllegalTransactionException].
public final class SqliteDocuments implements DocumentStore {
    private static final System.Logger LOG = System.getLogger(SqliteDocuments.class.getName());
    private static final int SWEEP_BATCH = 200;

    private final Path folder;
    private final FolderLock lock;
    private final InstantSource clock;
    private final Codec codec;
    private final IndexPlanner planner;
    private final Tables tables;
    private final InsideBody inside = new InsideBody();
    private final Watches watches = new Watches("documents-sqlite-watch");
    private final Readers readers;
    private final Writer writer;
    private final Sweeper sweeper;
    private volatile boolean closed;

    private SqliteDocuments(
            SqliteOptions options, FolderLock lock, Codec codec, InstantSource clock, Session writing, Database file) {
        this.folder = options.folder();
        this.lock = lock;
        this.clock = clock;
        this.codec = codec;
        planner = new IndexPlanner(codec);
        tables = new Tables(codec.schema());
        install(writing);
        List<Session> sessions = new ArrayList<>();
        try {
            for (int i = 0; i < options.readers(); i++) {
                sessions.add(file.reader());
            }
        } catch (RuntimeException e) {
            sessions.forEach(Session::close);
            throw e;
        }
        readers = new Readers(sessions, this::reading);
        writer = new Writer(
                writing,
                reading(writing),
                tables,
                codec,
                new CommitClock(clock),
                inside,
                watches,
                options.rehearsing(),
                new Checkpoints(file.writer()));
        sweeper = new Sweeper(options.sweepEvery(), this::sweepExpired);
    }

    /// Opens the store with the key file of its folder for encrypted fields (see [TinkFieldCipher]).
    ///
    /// @see #open(SqliteOptions, Schema, ObjectMapper, InstantSource)
    public static SqliteDocuments open(Path folder, Schema schema, ObjectMapper mapper, InstantSource clock) {
        return open(SqliteOptions.in(folder), schema, mapper, clock);
    }

    /// Opens the store with the key file of its folder for encrypted fields (see [TinkFieldCipher]); makes
    /// folder, file, key and missing indexes.
    ///
    /// @param mapper from [DocumentJson#mapper]
    /// @throws FolderInUseException when another process has the folder
    /// @throws NewerFormatException when a newer program wrote it
    /// @throws IllegalStateException when the key file is gone, the file is no store's, or SQLite does not
    ///     run as it must
    public static SqliteDocuments open(SqliteOptions options, Schema schema, ObjectMapper mapper, InstantSource clock) {
        return open(options, schema, mapper, clock, KeyFile.in(options.folder())::cipher);
    }

    /// Opens the store with a cipher of the caller's.
    ///
    /// @see #open(SqliteOptions, Schema, ObjectMapper, InstantSource)
    public static SqliteDocuments open(
            SqliteOptions options, Schema schema, ObjectMapper mapper, InstantSource clock, FieldCipher cipher) {
        return open(options, schema, mapper, clock, _ -> cipher);
    }

    private static SqliteDocuments open(
            SqliteOptions options,
            Schema schema,
            ObjectMapper mapper,
            InstantSource clock,
            Function<Session, FieldCipher> cipher) {
        DataFolder.create(options.folder());
        FolderLock lock = FolderLock.take(options.folder());
        try {
            Restoration.finish(options.folder());
            var file = new Database(options.folder());
            Session writing = file.writer();
            try {
                Database.claim(writing, options.folder());
                if (Database.isOlder(writing)) {
                    keepAsItWas(options.folder(), clock);
                }
                var codec = new Codec(schema, mapper, cipher.apply(writing));
                return new SqliteDocuments(options, lock, codec, clock, writing, file);
            } catch (RuntimeException e) {
                writing.close();
                throw e;
            }
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /// A backup of what an older program wrote, before anything of it is changed: that program can go on from there.
    private static void keepAsItWas(Path folder, InstantSource clock) {
        Path kept = folder.resolve("before-format-" + Database.FORMAT + ".backup");
        SqliteBackups.write(folder, kept, clock);
        LOG.log(
                Level.INFO,
                "{0} was written by an older version, and is brought to this one''s format; what it was is kept in {1}",
                folder,
                kept);
    }

    private void install(Session session) {
        session.run("BEGIN IMMEDIATE");
        try {
            tables.install(session);
            Database.mark(session);
            session.run("COMMIT");
        } catch (RuntimeException e) {
            session.run("ROLLBACK");
            throw e;
        }
    }

    private SqlReader reading(Session session) {
        return new SqlReader(session, tables, codec, planner);
    }

    @Override
    public <R> R transact(TransactionBody<R> body) {
        checkUsable();
        return writer.transact((tx, _, _) -> body.run(tx));
    }

    @Override
    public <R> R snapshot(Function<Reader, R> body) {
        checkUsable();
        return readers.fromNow(reader -> inside.run(() -> body.apply(reader)));
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

    /// Deletes the documents whose expiry has passed, in small transactions, and says how many. A thread
    /// does so all the time (see [SqliteOptions]).
    public int sweepExpired() {
        checkUsable();
        String now = DocumentJson.text(clock.instant());
        int swept = 0;
        for (var collection : codec.schema().collections()) {
            int batch = collection.expiresField() == null ? 0 : SWEEP_BATCH;
            while (batch == SWEEP_BATCH) {
                batch = writer.transact((tx, reader, _) -> {
                    List<? extends Ref<?>> expired = reader.expired(collection, now, SWEEP_BATCH);
                    expired.forEach(tx::delete);
                    return expired.size();
                });
                swept += batch;
            }
        }
        return swept;
    }

    /// The settings that SQLite runs with just now, read back from the connection that writes:
    /// `journal_mode`, `synchronous` (2 is FULL) and so on.
    public Map<String, String> pragmas() {
        checkUsable();
        return writer.transact((_, _, session) -> Database.pragmas(session));
    }

    /// Copies the store as it is now into one file, while it is used.
    ///
    /// @see SqliteBackups#write
    public Backup backup(Path file) {
        checkUsable();
        return SqliteBackups.write(folder, file, clock);
    }

    @Override
    public <T> Optional<Document<T>> get(Ref<T> ref) {
        checkUsable();
        return readers.once(reader -> reader.get(ref));
    }

    @Override
    public <T> List<Document<T>> getAll(List<Ref<T>> refs) {
        checkUsable();
        return readers.together(reader -> reader.getAll(refs));
    }

    @Override
    public <T> Results<T> query(Query<T> query) {
        checkUsable();
        return readers.together(reader -> reader.query(query));
    }

    @Override
    public long count(Query<?> query) {
        checkUsable();
        return readers.together(reader -> reader.count(query));
    }

    @Override
    public long sum(Query<?> query, String field) {
        checkUsable();
        return readers.together(reader -> reader.sum(query, field));
    }

    @Override
    public void close() {
        inside.refuse();
        if (closed) {
            return;
        }
        closed = true;
        sweeper.close();
        watches.close();
        readers.close();
        // Last, as the last connection merges the log into the file.
        writer.close();
        lock.close();
    }

    private void checkUsable() {
        inside.refuse();
        if (closed) {
            throw new IllegalStateException("the document store is closed");
        }
    }
}
