package ai.jiga.store.documents.firestore;

import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// What is under way, so that closing lets it end and refuses what comes later.
final class InFlight {
    private final Phaser under = new Phaser(1);
    private volatile boolean closed;

    <R> R run(Supplier<R> work) {
        checkOpen();
        if (under.register() < 0) {
            throw closed();
        }
        try {
            return work.get();
        } finally {
            under.arriveAndDeregister();
        }
    }

    void checkOpen() {
        if (closed) {
            throw closed();
        }
    }

    boolean isClosed() {
        return closed;
    }

    /// @return false when it was closed before
    boolean close(Duration patience) {
        if (closed) {
            return false;
        }
        closed = true;
        int phase = under.arriveAndDeregister();
        try {
            if (phase >= 0) {
                under.awaitAdvanceInterruptibly(phase, patience.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            // What is still under way loses its connection, and says that the store is closed.
        }
        return true;
    }

    static IllegalStateException closed() {
        return new IllegalStateException("the document store is closed");
    }
}
