package ai.jiga.store.documents.sqlite;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Platform threads that read, each with a connection while it does: SQLite's calls would hold a virtual
/// thread's carrier. Callers beyond their number wait in line.
final class Readers implements AutoCloseable {
    private final ExecutorService threads;
    /// As many as threads; the one used last is taken first, as its cache is warm.
    private final ConcurrentLinkedDeque<Seat> free = new ConcurrentLinkedDeque<>();
    private final List<Seat> all;

    private record Seat(Session session, SqlReader reader) {}

    Readers(List<Session> sessions, Function<Session, SqlReader> reading) {
        all = sessions.stream()
                .map(session -> new Seat(session, reading.apply(session)))
                .toList();
        free.addAll(all);
        threads = Executors.newFixedThreadPool(
                sessions.size(),
                Thread.ofPlatform().daemon().name("documents-sqlite-read-", 1).factory());
    }

    /// One statement, which sees one state by itself.
    <R> R once(Function<SqlReader, R> read) {
        return hand(seat -> read.apply(seat.reader()));
    }

    /// Several statements that see one state, that of the first.
    <R> R together(Function<SqlReader, R> read) {
        return hand(seat -> {
            seat.session().run("BEGIN");
            try {
                return read.apply(seat.reader());
            } finally {
                seat.session().run("COMMIT");
            }
        });
    }

    /// Statements that see the state of now, however late they come: SQLite's transaction begins with its
    /// first read.
    <R> R fromNow(Function<SqlReader, R> read) {
        return hand(seat -> {
            seat.session().run("BEGIN");
            try {
                seat.session().first("SELECT 1 FROM sqlite_schema LIMIT 1", row -> row.getLong(1));
                return read.apply(seat.reader());
            } finally {
                seat.session().run("COMMIT");
            }
        });
    }

    private <R> R hand(Function<Seat, R> work) {
        var handoff = new Handoff<R>();
        try {
            threads.execute(() -> {
                Seat seat = free.pop();
                try {
                    handoff.complete(work.apply(seat));
                } catch (Throwable failure) {
                    handoff.fail(failure);
                } finally {
                    free.push(seat);
                }
            });
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("the document store is closed", e);
        }
        return handoff.await();
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        all.forEach(seat -> seat.session().close());
    }
}
