package ai.jiga.store.session;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits for what another thread is about to do.
final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Eventually() {}

    static void holds(BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("it never came to hold");
            }
            Thread.sleep(5);
        }
    }
}
