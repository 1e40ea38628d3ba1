package ai.jiga.store.bench;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// How long something took, from all threads that did it.
final class Latencies {
    private static final double MILLI = 1e6;

    private final Histogram nanos = new ConcurrentHistogram(TimeUnit.MINUTES.toNanos(1), 3);

    /// Does it and notes how long it took.
    <T> T time(Callable<T> work) throws Exception {
        long start = System.nanoTime();
        T result = work.call();
        note(System.nanoTime() - start);
        return result;
    }

    void note(long taken) {
        nanos.recordValue(Math.min(nanos.getHighestTrackableValue(), taken));
    }

    long count() {
        return nanos.getTotalCount();
    }

    /// In milliseconds.
    ///
    /// @param percentile from 0 to 100
    double at(double percentile) {
        return nanos.getValueAtPercentile(percentile) / MILLI;
    }
}
