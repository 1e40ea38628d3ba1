package ai.jiga.store.cache;

import java.time.Duration;
import java.util.regex.Pattern;

/// What is cached, and for how long.
///
/// @param name lower case and unique in the store; part of every key. A type that changes its shape takes a
///     new name, because processes of two versions may share an engine
/// @param type a record that JSON carries there and back, and that nobody changes
/// @param timeToLive how long a value is served at most; whole milliseconds
/// @param refreshBefore a value that is read in the last part of its time to live, this long, is loaded
///     again in the background, and served meanwhile; zero: never
/// @param maximumSize the most entries that an embedded engine keeps; a shared engine has a limit of its own
/// @param confidential whether the value holds what documents keep encrypted: outside of the process it is
///     kept encrypted, or not at all
public record CacheDefinition<T>(
        String name,
        Class<T> type,
        Duration timeToLive,
        Duration refreshBefore,
        long maximumSize,
        boolean confidential) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final long USUAL_SIZE = 10_000;
    /// The last fifth.
    private static final int LAST_PART = 5;

    /// @throws IllegalArgumentException when something is out of its range
    public CacheDefinition {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a cache's name: '" + name + "'");
        }
        if (timeToLive.toMillis() < 1 || refreshBefore.isNegative() || refreshBefore.compareTo(timeToLive) >= 0) {
            throw new IllegalArgumentException("a cache keeps values for a while, and refreshes within that while: "
                    + timeToLive + ", " + refreshBefore);
        }
        if (maximumSize < 1) {
            throw new IllegalArgumentException("a cache has room for something, not for " + maximumSize);
        }
    }

    /// Not refreshed ahead, 10,000 entries at most.
    public static <T> CacheDefinition<T> of(String name, Class<T> type, Duration timeToLive) {
        return new CacheDefinition<>(name, type, timeToLive, Duration.ZERO, USUAL_SIZE, false);
    }

    /// Values read in the last fifth of their time are loaded again in the background.
    public CacheDefinition<T> refreshedAhead() {
        return new CacheDefinition<>(
                name, type, timeToLive, timeToLive.dividedBy(LAST_PART), maximumSize, confidential);
    }

    public CacheDefinition<T> atMost(long entries) {
        return new CacheDefinition<>(name, type, timeToLive, refreshBefore, entries, confidential);
    }

    /// See [#confidential()].
    public CacheDefinition<T> keptConfidential() {
        return new CacheDefinition<>(name, type, timeToLive, refreshBefore, maximumSize, true);
    }
}
