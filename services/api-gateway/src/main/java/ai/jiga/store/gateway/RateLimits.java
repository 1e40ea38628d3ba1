package ai.jiga.store.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Counts requests in this process: each client has a quota for a minute that begins with its first
/// request. At most [#MOST_CLIENTS] are remembered (some 20 MB); beyond, those that were not seen for
/// longest begin anew.
///
/// Thread-safe.
final class RateLimits {
    static final int MOST_CLIENTS = 100_000;
    static final Duration WINDOW = Duration.ofMinutes(1);

    private final Policy users;
    private final Policy strangers;
    private final TimeMeter time;
    // A client that was away for longer than the window has its whole quota again: forgetting it
    // changes nothing.
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_CLIENTS)
            .expireAfterAccess(WINDOW.multipliedBy(2))
            .build();

    /// @param perUser requests a minute, 0: no limit
    /// @param perAddress requests a minute of one anonymous address, 0: no limit
    RateLimits(long perUser, long perAddress, TimeMeter time) {
        if (perUser < 0 || perAddress < 0) {
            throw new IllegalArgumentException(
                    "JIGA_RATE_LIMIT_USER and JIGA_RATE_LIMIT_ANONYMOUS are requests a minute, or 0 for no limit");
        }
        this.users = new Policy("user", perUser);
        this.strangers = new Policy("anonymous", perAddress);
        this.time = time;
    }

    /// Counts a request of a signed-in user. Empty: there is no limit.
    Optional<Quota> ofUser(String subject) {
        return take(users, subject);
    }

    /// Counts a request of an address. Empty: there is no limit.
    Optional<Quota> ofAddress(String address) {
        return take(strangers, address);
    }

    private Optional<Quota> take(Policy policy, String client) {
        if (policy.perWindow() == 0) {
            return Optional.empty();
        }
        ConsumptionProbe probe =
                buckets.get(policy.name() + ' ' + client, key -> bucket(policy)).tryConsumeAndReturnRemaining(1);
        long wait = probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill();
        long seconds = Math.ceilDiv(wait, TimeUnit.SECONDS.toNanos(1));
        return Optional.of(new Quota(policy, probe.isConsumed(), probe.getRemainingTokens(), Math.max(seconds, 1)));
    }

    private Bucket bucket(Policy policy) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(policy.perWindow()).refillIntervally(policy.perWindow(), WINDOW))
                .withCustomTimePrecision(time)
                .build();
    }

    /// @param perWindow 0: no limit
    record Policy(String name, long perWindow) {}

    /// What is left to a client.
    ///
    /// @param allowed whether this request is within the quota
    /// @param seconds until the quota is whole again
    record Quota(Policy policy, boolean allowed, long remaining, long seconds) {}
}
