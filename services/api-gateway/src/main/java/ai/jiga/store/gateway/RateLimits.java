package ai.jiga.store.gateway;

import ai.jiga.store.cache.Quota;
import ai.jiga.store.cache.RateLimiter;
import ai.jiga.store.cache.RatePolicy;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// How many requests a minute the edge takes from whom.
///
/// Thread-safe.
final class RateLimits {
    /// Cloud Tasks calls from few addresses, as often as tasks are due; more than this from one is somebody else.
    private static final long TASK_CALLS = 6_000;

    private final RateLimiter limiter;
    private final @Nullable RatePolicy users;
    private final @Nullable RatePolicy strangers;
    private final @Nullable RatePolicy taskCallers;

    /// @param perUser requests a minute, 0: no limit
    /// @param perAddress requests a minute of one anonymous address, 0: no limit
    RateLimits(long perUser, long perAddress, RateLimiter limiter) {
        if (perUser < 0 || perAddress < 0) {
            throw new IllegalArgumentException(
                    "JIGA_RATE_LIMIT_USER and JIGA_RATE_LIMIT_ANONYMOUS are requests a minute, or 0 for no limit");
        }
        this.limiter = limiter;
        this.users = perUser == 0 ? null : new RatePolicy("user", perUser);
        this.strangers = perAddress == 0 ? null : new RatePolicy("anonymous", perAddress);
        this.taskCallers = perAddress == 0 ? null : new RatePolicy("tasks", TASK_CALLS);
    }

    /// Counts a request of a signed-in user. Empty: there is no limit.
    Optional<CompletionStage<Counted>> ofUser(String subject) {
        return take(users, subject);
    }

    /// Counts a request of an address. Empty: there is no limit.
    Optional<CompletionStage<Counted>> ofAddress(String address) {
        return take(strangers, address);
    }

    /// Counts a call that brings a task. Empty: there is no limit.
    Optional<CompletionStage<Counted>> ofTaskCaller(String address) {
        return take(taskCallers, address);
    }

    private Optional<CompletionStage<Counted>> take(@Nullable RatePolicy policy, String client) {
        return policy == null
                ? Optional.empty()
                : Optional.of(limiter.take(policy, client).thenApply(quota -> new Counted(policy, quota)));
    }

    /// A request that was counted.
    record Counted(RatePolicy policy, Quota quota) {}
}
