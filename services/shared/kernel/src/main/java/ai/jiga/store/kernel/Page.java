package ai.jiga.store.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Some of a longer list.
///
/// @param items in order
/// @param nextCursor where the next page begins, or null on the last one; opaque to clients
public record Page<T>(List<T> items, @Nullable String nextCursor) {
    public static final int DEFAULT_LIMIT = 20;
    public static final int MAX_LIMIT = 100;

    public Page {
        items = List.copyOf(items);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> f) {
        return new Page<>(items.stream().<R>map(f).toList(), nextCursor);
    }
}
