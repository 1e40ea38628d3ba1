package ai.jiga.store.gateway.app;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What is asked for by everybody, and made at most once in a while.
///
/// Thread-safe; two may make it at the same time.
final class BrieflyKept<T> implements Supplier<T> {
    private static final long NANOS = Duration.ofSeconds(2).toNanos();

    private final Supplier<T> source;
    private volatile @Nullable Made<T> made;

    private record Made<T>(T value, long at) {}

    BrieflyKept(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        Made<T> known = made;
        if (known == null || System.nanoTime() - known.at() > NANOS) {
            known = new Made<>(source.get(), System.nanoTime());
            made = known;
        }
        return known.value();
    }
}
