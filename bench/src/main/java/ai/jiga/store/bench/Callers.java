package ai.jiga.store.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Callers at once, who each wait for what they asked for.
final class Callers {
    private Callers() {}

    /// What a caller does over and over.
    @FunctionalInterface
    interface Work {
        /// @param caller from 0
        Callable<?> of(int caller);
    }

    /// How often a second so many callers do it together.
    static double rate(int callers, Duration slice, Work work) throws InterruptedException {
        long start = System.nanoTime();
        List<Callable<Long>> all = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            Callable<?> mine = work.of(i);
            all.add(() -> {
                long done = 0;
                while (System.nanoTime() - start < slice.toNanos()) {
                    mine.call();
                    done++;
                }
                return done;
            });
        }
        long sum = together(all).stream().mapToLong(done -> done).sum();
        return sum * 1e9 / (System.nanoTime() - start);
    }

    /// What each of them came to, who all go at once.
    static <T> List<T> together(List<Callable<T>> all) throws InterruptedException {
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> each : threads.invokeAll(all)) {
                results.add(each.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a caller could not go on", e.getCause());
        }
        return results;
    }
}
