package ai.jiga.store.cache.caffeine;

import ai.jiga.store.cache.Quota;
import ai.jiga.store.cache.RateLimiter;
import ai.jiga.store.cache.RatePolicy;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Counts in this process. At most [#MOST_CLIENTS] are remembered (some 20 MB); beyond, those that were not
/// seen for longest begin anew.
final class CaffeineRateLimiter implements RateLimiter {
    private static final int MOST_CLIENTS = 100_000;

    private final TimeMeter time;
    // A client that was away for longer than the window has its whole quota again: forgetting it changes nothing.
    private final Cache<Client, Bucket> buckets;

    private record Client(RatePolicy policy, String name) {}

    CaffeineRateLimiter(LongSupplier nanos) {
        this.time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanos.getAsLong();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
        this.buckets = Caffeine.newBuilder()
                .ticker(nanos::getAsLong)
                .maximumSize(MOST_CLIENTS)
                .expireAfterAccess(RatePolicy.WINDOW.multipliedBy(2))
                .build();
    }

    @Override
    public CompletionStage<Quota> take(RatePolicy policy, String client) {
        ConsumptionProbe probe =
                buckets.get(new Client(policy, client), c -> bucket(policy)).tryConsumeAndReturnRemaining(1);
        long wait = probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill();
        long seconds = Math.ceilDiv(wait, TimeUnit.SECONDS.toNanos(1));
        return CompletableFuture.completedStage(
                new Quota(probe.isConsumed(), probe.getRemainingTokens(), Math.max(seconds, 1)));
    }

    private Bucket bucket(RatePolicy policy) {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(policy.perMinute()).refillIntervally(policy.perMinute(), RatePolicy.WINDOW))
                .withCustomTimePrecision(time)
                .build();
    }
}
