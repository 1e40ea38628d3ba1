package ai.jiga.store.queue.engine;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Starts things later, by real time. What it starts must only hand over to another thread: there is one thread here.
public final class Timer implements AutoCloseable {
    private final ScheduledThreadPoolExecutor thread;

    public Timer() {
        thread = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("queue-timer").factory());
        thread.setRemoveOnCancelPolicy(true);
    }

    /// Nothing happens when it is closed before.
    public Future<?> after(Duration delay, Runnable start) {
        try {
            return thread.schedule(start, delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            return new FutureTask<>(start, null);
        }
    }

    public void every(Duration period, Runnable start) {
        thread.scheduleWithFixedDelay(start, period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
