package ai.jiga.store.documents.sqlite;

import ai.jiga.store.documents.StorageException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/// Merges the log of commits into the file (SQLite: a checkpoint) beside the thread that writes, which would otherwise
/// stand still for it at every few thousand pages.
///
/// Merging waits for nobody, and nobody for it: what is committed meanwhile stays in the log. So the writing thread
/// merges that rest, once the great part is done; then nothing of the log is needed any more, and it begins anew.
/// Should this thread fail, SQLite merges by itself, later (`wal_autocheckpoint`, see [Database]).
final class Checkpoints implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Checkpoints.class.getName());
    private static final String MERGE = "PRAGMA wal_checkpoint(PASSIVE)";
    /// Documents written, each of which changes some pages, and many of them the same ones.
    private static final long EVERY = 2_000;

    private final Session session;
    private final Semaphore due = new Semaphore(0);
    private final Thread thread;
    /// Of the thread that writes.
    private long written;

    private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);

    private enum State {
        IDLE,
        MERGING,
        REST,
        CLOSED
    }

    /// @param session closed with this
    Checkpoints(Session session) {
        this.session = session;
        thread = Thread.ofPlatform().name("documents-sqlite-merge").daemon().start(this::run);
    }

    /// Told by the thread that writes after each commit, once those who waited for it have their answers.
    ///
    /// @param writing that thread's own session
    void committed(int documents, Session writing) {
        written += documents;
        if (state.get() == State.REST) {
            merge(writing);
            written = 0;
            state.compareAndSet(State.REST, State.IDLE);
        } else if (written >= EVERY && state.compareAndSet(State.IDLE, State.MERGING)) {
            due.release();
        }
    }

    private void run() {
        while (true) {
            due.acquireUninterruptibly();
            if (state.get() == State.CLOSED) {
                return;
            }
            merge(session);
            state.compareAndSet(State.MERGING, State.REST);
        }
    }

    private static void merge(Session session) {
        try {
            session.list(MERGE, List.of(), row -> row.getLong(2));
        } catch (StorageException failure) {
            LOG.log(Level.WARNING, "The log of commits could not be merged into the file; it grows meanwhile", failure);
        }
    }

    @Override
    public void close() {
        state.set(State.CLOSED);
        due.release();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        session.close();
    }
}
