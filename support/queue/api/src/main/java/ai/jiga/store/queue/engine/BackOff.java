package ai.jiga.store.queue.engine;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// Delays that grow fourfold with each failure up to a limit, each drawn from its upper half, so that what
/// failed together does not come back together.
///
/// See [equal jitter](https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
///
/// @param first the delay after the first failure, at most
/// @param most no delay is longer
public record BackOff(Duration first, Duration most) {
    private static final int GROWTH = 4;

    public BackOff {
        if (first.isNegative() || first.isZero() || first.compareTo(most) > 0) {
            throw new IllegalArgumentException("a back-off from " + first + " to " + most);
        }
    }

    /// @param failures how often it has failed, from 1
    public Duration after(int failures) {
        long limit = most.toNanos();
        long nanos = Math.min(limit, first.toNanos());
        for (int i = 1; i < failures && nanos < limit; i++) {
            nanos = nanos > limit / GROWTH ? limit : nanos * GROWTH;
        }
        return Duration.ofNanos(nanos - ThreadLocalRandom.current().nextLong(nanos / 2 + 1));
    }
}
