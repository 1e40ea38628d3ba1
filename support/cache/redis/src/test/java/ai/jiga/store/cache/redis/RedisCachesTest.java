package ai.jiga.store.cache.redis;

import ai.jiga.store.cache.CacheEngine;
import ai.jiga.store.cache.RateLimiter;
import ai.jiga.store.cache.testkit.CacheContract;
import ai.jiga.store.cache.testkit.SharedCacheContract;
import ai.jiga.store.emulators.testkit.Emulators;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

class RedisCachesTest implements CacheContract, SharedCacheContract {
    /// A machine that is busy with other tests is not a Redis that is away.
    private final RedisOptions options = new RedisOptions(
            "test:" + UUID.randomUUID() + ":", Duration.ofSeconds(20), Duration.ofSeconds(1), 1_000, null);

    private volatile Instant now = Instant.parse("2026-03-01T10:00:00Z");

    @Override
    public CacheEngine open() {
        return RedisTests.open(Emulators.redis(), options, () -> now);
    }

    @Override
    public CacheEngine openBeside(CacheEngine engine) {
        return open();
    }

    @Override
    public RateLimiter limiterOf(CacheEngine engine) {
        return ((RedisCaches) engine).rateLimiter();
    }

    /// Redis' time cannot be set.
    @Override
    public void pass(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.plusMillis(2).toNanos());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void passForLimits(Duration time) {
        now = now.plus(time);
    }
}
