package ai.jiga.store.demo;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Waits for what the store does a moment after it has answered: a payment's event, the index, a folded earning.
final class Patience {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);

    private final InstantSource clock;
    private final Duration deadline;

    Patience(InstantSource clock, Duration deadline) {
        this.clock = clock;
        this.deadline = deadline;
    }

    /// The first value that satisfies `wanted`, or the last one seen when time is up: the caller checks it either
    /// way, and so says what is wrong with it.
    <T> T until(Supplier<T> look, Predicate<T> wanted) {
        var end = clock.instant().plus(deadline);
        while (true) {
            var seen = look.get();
            if (wanted.test(seen) || !clock.instant().isBefore(end)) {
                return seen;
            }
            pause(BETWEEN_LOOKS);
        }
    }

    void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw DemoStopped.failed("The demo was interrupted.");
        }
    }
}
