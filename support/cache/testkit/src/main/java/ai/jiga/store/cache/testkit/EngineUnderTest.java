package ai.jiga.store.cache.testkit;

import ai.jiga.store.cache.Cache;
import ai.jiga.store.cache.CacheDefinition;
import ai.jiga.store.cache.CacheEngine;
import ai.jiga.store.cache.RateLimiter;
import java.time.Duration;

/// What an engine's test provides; everything else is the contract's.
public interface EngineUnderTest {
    Duration LONG = Duration.ofMinutes(10);

    /// Opens an engine with nothing in it. The test closes it.
    CacheEngine open();

    RateLimiter limiterOf(CacheEngine engine);

    /// Returns when this much time has passed for the caches.
    void pass(Duration time);

    /// Returns when this much time has passed for the limits.
    void passForLimits(Duration time);

    /// A cache whose values neither end nor fade within a test.
    default Cache<Card> lasting(CacheEngine engine) {
        return engine.open(CacheDefinition.of("cards", Card.class, LONG));
    }
}
