package ai.jiga.store.cache;

import java.time.Duration;

/// How often in a minute. The minute begins with a client's first request, and when it is over the quota is
/// whole again.
///
/// @param name tells policies apart; the same client has a quota under each
/// @param perMinute at least 1
public record RatePolicy(String name, long perMinute) {
    public static final Duration WINDOW = Duration.ofMinutes(1);

    /// @throws IllegalArgumentException when nothing would be allowed
    public RatePolicy {
        if (perMinute < 1) {
            throw new IllegalArgumentException("a quota is 1 a minute or more, not " + perMinute);
        }
    }
}
