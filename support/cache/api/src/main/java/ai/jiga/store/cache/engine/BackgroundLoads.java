package ai.jiga.store.cache.engine;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/// The threads on which values are loaded ahead of their end: few at a time, because they serve nobody who
/// waits.
public final class BackgroundLoads implements AutoCloseable {
    private static final int MOST = 16;

    private final Semaphore free = new Semaphore(MOST);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("cache-refresh-", 0).factory());

    /// @return false when too many are under way, or it is closed: the next read may try again
    boolean start(Runnable load) {
        if (!free.tryAcquire()) {
            return false;
        }
        try {
            threads.execute(() -> {
                try {
                    load.run();
                } finally {
                    free.release();
                }
            });
            return true;
        } catch (RejectedExecutionException closed) {
            free.release();
            return false;
        }
    }

    /// Interrupts what is under way: nobody waits for it.
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
