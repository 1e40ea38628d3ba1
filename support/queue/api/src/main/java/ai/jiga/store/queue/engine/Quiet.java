package ai.jiga.store.queue.engine;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Where threads wait for the queue to come to rest.
public final class Quiet {
    private final Object monitor = new Object();

    /// To be called after each change that may make a condition true.
    public void changed() {
        synchronized (monitor) {
            monitor.notifyAll();
        }
    }

    public void await(BooleanSupplier condition) throws InterruptedException {
        synchronized (monitor) {
            while (!condition.getAsBoolean()) {
                monitor.wait();
            }
        }
    }

    /// @return false when the time passed first
    public boolean await(BooleanSupplier condition, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        synchronized (monitor) {
            while (!condition.getAsBoolean()) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                monitor.wait(left / 1_000_000, (int) (left % 1_000_000));
            }
        }
        return true;
    }
}
