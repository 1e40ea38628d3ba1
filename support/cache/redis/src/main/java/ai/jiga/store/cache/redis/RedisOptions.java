package ai.jiga.store.cache.redis;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// @param prefix of all keys; stores that share a Redis have different ones
/// @param timeout how long a request waits for Redis at most, once: then Redis is away
/// @param probeEvery how often it is asked whether it is there
/// @param mostOwed how many invalidations are remembered while it is away, key by key; beyond, all is removed
/// @param cipher for confidential values; without one they are not kept
public record RedisOptions(
        String prefix,
        Duration timeout,
        Duration probeEvery,
        int mostOwed,
        @Nullable ValueCipher cipher) {
    private static final Pattern PREFIX = Pattern.compile("[a-z0-9:-]+:");

    /// @throws IllegalArgumentException when a value is out of its range
    public RedisOptions {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("a prefix is lower case and ends with a colon, unlike '" + prefix + "'");
        }
        if (timeout.toMillis() < 1 || probeEvery.toMillis() < 1 || mostOwed < 1) {
            throw new IllegalArgumentException("times and numbers are positive");
        }
    }

    public static RedisOptions defaults() {
        return new RedisOptions("jiga:", Duration.ofMillis(250), Duration.ofSeconds(1), 100_000, null);
    }

    public RedisOptions encrypting(ValueCipher with) {
        return new RedisOptions(prefix, timeout, probeEvery, mostOwed, with);
    }
}
