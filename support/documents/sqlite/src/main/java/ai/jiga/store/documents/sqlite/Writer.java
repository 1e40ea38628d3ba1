package ai.jiga.store.documents.sqlite;

import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.StorageException;
import ai.jiga.store.documents.engine.BufferedTransaction;
import ai.jiga.store.documents.engine.Changes;
import ai.jiga.store.documents.engine.Codec;
import ai.jiga.store.documents.engine.CommitClock;
import ai.jiga.store.documents.engine.Watches;
import ai.jiga.store.documents.engine.Write;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// The only thread that writes. It takes all waiting transactions, runs them one after the other in one of
/// SQLite's, commits that, and answers once the commit is on the disk: the more wait, the fewer syncs each
/// one costs. As bodies run one at a time and see what those before them wrote, they are serializable.
///
/// A transaction that is refused leaves the others alone: its body has thrown before it wrote anything. When
/// SQLite itself fails, nobody knows whose fault it is: all that waited is rolled back and run again, one by
/// one, each in a commit of its own, and those that fail then hear of it.
final class Writer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Writer.class.getName());
    private static final int MAX_GROUP = 1_000;

    private final Session session;
    private final SqlReader reader;
    private final Rows rows;
    private final Codec codec;
    private final CommitClock clock;
    private final InsideBody inside;
    private final Watches watches;
    private final boolean rehearsing;
    private final Checkpoints checkpoints;
    private final LinkedBlockingQueue<Request<?>> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    Writer(
            Session session,
            SqlReader reader,
            Tables tables,
            Codec codec,
            CommitClock clock,
            InsideBody inside,
            Watches watches,
            boolean rehearsing,
            Checkpoints checkpoints) {
        this.session = session;
        this.reader = reader;
        this.rows = new Rows(session, tables, codec);
        this.codec = codec;
        this.clock = clock;
        this.inside = inside;
        this.watches = watches;
        this.rehearsing = rehearsing;
        this.checkpoints = checkpoints;
        thread = Thread.ofPlatform().name("documents-sqlite-write").daemon().start(this::run);
    }

    /// What a transaction does, with more than callers from outside are given.
    @FunctionalInterface
    interface Body<R> {
        R run(BufferedTransaction tx, SqlReader reader, Session session);
    }

    /// A transaction that waits for its answer.
    private static final class Request<R> {
        private final Body<R> body;
        private final Handoff<R> handoff = new Handoff<>();
        private @Nullable BufferedTransaction tx;
        private @Nullable R result;
        private @Nullable Throwable failure;

        Request(Body<R> body) {
            this.body = body;
        }

        void answer() {
            if (failure != null) {
                handoff.fail(failure);
            } else {
                handoff.complete(result);
            }
        }
    }

    /// Waits for the commit, then runs the transaction's wake-ups.
    <R> R transact(Body<R> body) {
        var request = new Request<R>(body);
        queue.add(request);
        if (closed && queue.remove(request)) {
            throw closedStore();
        }
        R result = request.handoff.await();
        BufferedTransaction tx = request.tx;
        if (tx != null) {
            tx.runWakeUps();
        }
        return result;
    }

    private static IllegalStateException closedStore() {
        return new IllegalStateException("the document store is closed");
    }

    private void run() {
        List<Request<?>> group = new ArrayList<>();
        while (!closed || !queue.isEmpty()) {
            try {
                group.add(queue.take());
                queue.drainTo(group, MAX_GROUP - 1);
                commit(group);
            } catch (InterruptedException e) {
                LOG.log(Level.WARNING, "The thread that writes documents was interrupted; it goes on");
            } catch (Throwable failure) {
                // An error of the machine: whoever waits must hear of it.
                group.forEach(request -> request.handoff.fail(failure));
            } finally {
                group.clear();
            }
        }
    }

    private void commit(List<Request<?>> group) {
        StorageException failure = committed(group);
        if (failure == null) {
            return;
        }
        if (group.size() == 1) {
            group.getFirst().handoff.fail(failure);
            return;
        }
        LOG.log(Level.WARNING, "A commit of {0} transactions failed; each is tried alone", group.size(), failure);
        for (Request<?> request : group) {
            StorageException alone = committed(List.of(request));
            if (alone != null) {
                request.handoff.fail(alone);
            }
        }
    }

    /// Commits and answers; or nothing is changed and nobody answered, and this says why.
    private @Nullable StorageException committed(List<Request<?>> group) {
        List<Ref<?>> touched = new ArrayList<>();
        try {
            session.run("BEGIN IMMEDIATE");
            for (Request<?> request : group) {
                run(request, touched);
            }
            session.run("COMMIT");
        } catch (StorageException failure) {
            rollBack();
            return failure;
        } catch (WritingFailed failed) {
            rollBack();
            return failed.cause;
        } catch (Throwable failure) {
            rollBack();
            throw failure;
        }
        watches.touched(touched);
        group.forEach(Request::answer);
        checkpoints.committed(touched.size(), session);
        return null;
    }

    private <R> void run(Request<R> request, List<Ref<?>> touched) {
        var seen = new SeenDocuments(reader);
        BufferedTransaction tx = new BufferedTransaction(seen, codec);
        request.failure = null;
        try {
            if (rehearsing) {
                rehearse(request.body);
            }
            request.result = inside.run(() -> request.body.run(tx, reader, session));
            List<Write> writes = tx.end();
            if (!writes.isEmpty()) {
                write(Changes.of(writes, seen, clock, codec), touched);
            }
            request.tx = tx;
        } catch (WritingFailed failed) {
            throw failed;
        } catch (Throwable failure) {
            tx.end();
            request.failure = failure;
        }
    }

    @SuppressWarnings("CatchAndPrintStackTrace")
    private void rehearse(Body<?> body) {
        var tx = new BufferedTransaction(reader, codec);
        try {
            inside.run(() -> body.run(tx, reader, session));
        } catch (RuntimeException e) {
            // The run that counts will throw it again, or shows by not doing so that the body depends on
            // more than it reads.
        }
        tx.end();
    }

    private void write(Changes changes, List<Ref<?>> touched) {
        try {
            for (Changes.Change change : changes.changes()) {
                rows.write(change, changes.micros());
            }
        } catch (StorageException failure) {
            throw new WritingFailed(failure);
        }
        changes.changes().forEach(change -> touched.add(change.ref()));
    }

    /// What the transaction wrote is in part there: the group goes back.
    private static final class WritingFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final StorageException cause;

        WritingFailed(StorageException cause) {
            super(cause);
            this.cause = cause;
        }
    }

    private void rollBack() {
        try {
            session.run("ROLLBACK");
        } catch (StorageException ended) {
            LOG.log(Level.DEBUG, "SQLite had ended the transaction already", ended);
        }
    }

    /// Commits what waits, refuses what comes, and closes the connection.
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            // Something to wake up for.
            queue.add(new Request<>((_, _, _) -> true));
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        checkpoints.close();
        session.close();
    }
}
