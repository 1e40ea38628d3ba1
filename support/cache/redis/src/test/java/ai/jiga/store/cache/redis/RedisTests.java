package ai.jiga.store.cache.redis;

import ai.jiga.store.cache.Cache;
import ai.jiga.store.cache.CacheDefinition;
import ai.jiga.store.cache.CacheEngine;
import ai.jiga.store.cache.Quota;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// What these tests share.
final class RedisTests {
    /// What a process that counts alone answers here.
    static final Quota ALONE = new Quota(true, 999_999, 1);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long BETWEEN_LOOKS = 1_000_000;

    private RedisTests() {}

    /// What is cached here.
    record Page(String text, long version) {
        static Page of(long version) {
            return new Page("Nova", version);
        }
    }

    static RedisOptions options() {
        return new RedisOptions(
                "test:" + UUID.randomUUID() + ":", Duration.ofMillis(500), Duration.ofMillis(50), 1_000, null);
    }

    static RedisCaches open(String url, RedisOptions options, InstantSource clock) {
        return RedisCaches.open(
                url, options, new ObjectMapper(), clock, (policy, client) -> CompletableFuture.completedStage(ALONE));
    }

    static RedisCaches open(String url, RedisOptions options) {
        return open(url, options, InstantSource.system());
    }

    static CacheDefinition<Page> pages() {
        return CacheDefinition.of("pages", Page.class, Duration.ofMinutes(10));
    }

    static void awaitAway(CacheEngine engine) {
        await(() -> engine.trouble().isPresent());
    }

    static void awaitBack(CacheEngine engine) {
        await(() -> engine.trouble().isEmpty());
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + PATIENCE);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
    }

    static Page read(Cache<Page> cache, String key, long version) {
        return cache.get(key, () -> Optional.of(Page.of(version))).orElseThrow();
    }

    /// For a read that must find its value.
    static Optional<Page> unwanted() {
        throw new AssertionError("nothing was to be loaded");
    }
}
