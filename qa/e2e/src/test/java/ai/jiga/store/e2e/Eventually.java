package ai.jiga.store.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// For what the store does a moment later, and for what several do at once.
final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long BETWEEN_MILLIS = 50;

    private Eventually() {}

    /// Looks until it is as wished.
    ///
    /// @throws AssertionError with what was seen last
    static <T> T see(Supplier<T> look, Predicate<T> asWished) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        T seen = look.get();
        while (!asWished.test(seen)) {
            if (System.nanoTime() > until) {
                throw new AssertionError("after " + PATIENCE + " still: " + seen);
            }
            pause();
            seen = look.get();
        }
        return seen;
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Does the same several times at once.
    static <T> List<T> atOnce(int times, Callable<T> work) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<T>> all = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                all.add(work);
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(all)) {
                results.add(each.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
