package ai.jiga.store.cache.redis;

import ai.jiga.store.cache.Quota;
import ai.jiga.store.cache.RateLimiter;
import ai.jiga.store.cache.RatePolicy;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Counts in Redis, for all processes together; while it is away, each counts alone.
final class RedisRateLimiter implements RateLimiter {
    private final RedisLink link;
    private final RateLimiter alone;

    RedisRateLimiter(RedisLink link, RateLimiter alone) {
        this.link = link;
        this.alone = alone;
    }

    @Override
    public CompletionStage<Quota> take(RatePolicy policy, String client) {
        RedisSession now = link.session();
        if (now == null) {
            return alone.take(policy, client);
        }
        try {
            return asked(now, policy, client)
                    .orTimeout(link.timeout().toMillis(), TimeUnit.MILLISECONDS)
                    .<CompletionStage<Quota>>thenApply(probe -> CompletableFuture.completedStage(quota(probe)))
                    .exceptionally(failure -> alone(now, failure, policy, client))
                    .thenCompose(Function.identity());
        } catch (RuntimeException e) {
            return alone(now, e, policy, client);
        }
    }

    private static CompletableFuture<ConsumptionProbe> asked(RedisSession now, RatePolicy policy, String client) {
        // The figure is part of the key: a bucket keeps the one it was made with.
        String key = now.key("rate:" + policy.name() + ':' + policy.perMinute() + ':' + client);
        return now.buckets()
                .asAsync()
                .builder()
                .build(key, () -> CompletableFuture.completedFuture(bucket(policy)))
                .tryConsumeAndReturnRemaining(1);
    }

    private static BucketConfiguration bucket(RatePolicy policy) {
        return BucketConfiguration.builder()
                .addLimit(limit ->
                        limit.capacity(policy.perMinute()).refillIntervally(policy.perMinute(), RatePolicy.WINDOW))
                .build();
    }

    private CompletionStage<Quota> alone(RedisSession now, Throwable failure, RatePolicy policy, String client) {
        link.lost(now, failure);
        return alone.take(policy, client);
    }

    private static Quota quota(ConsumptionProbe probe) {
        long wait = probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill();
        long seconds = Math.ceilDiv(wait, TimeUnit.SECONDS.toNanos(1));
        return new Quota(probe.isConsumed(), probe.getRemainingTokens(), Math.max(seconds, 1));
    }
}
