package ai.jiga.store.cache.caffeine;

import ai.jiga.store.cache.Cache;
import ai.jiga.store.cache.CacheDefinition;
import ai.jiga.store.cache.CacheEngine;
import ai.jiga.store.cache.RateLimiter;
import ai.jiga.store.cache.engine.BackgroundLoads;
import ai.jiga.store.cache.engine.SlotCache;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// The embedded engine.
public final class CaffeineCaches implements CacheEngine {
    private final LongSupplier nanos;
    private final BackgroundLoads background = new BackgroundLoads();
    private final Map<String, CaffeineSlots<?>> slots = new ConcurrentHashMap<>();
    private final CaffeineRateLimiter limiter;

    private CaffeineCaches(LongSupplier nanos) {
        this.nanos = nanos;
        this.limiter = new CaffeineRateLimiter(nanos);
    }

    public static CaffeineCaches open() {
        return open(System::nanoTime);
    }

    /// @param nanos a time that only goes forward, as [System#nanoTime] gives it
    public static CaffeineCaches open(LongSupplier nanos) {
        return new CaffeineCaches(nanos);
    }

    @Override
    public <T> Cache<T> open(CacheDefinition<T> definition) {
        var own = new CaffeineSlots<>(definition, nanos);
        if (slots.putIfAbsent(definition.name(), own) != null) {
            throw new IllegalStateException("the cache '" + definition.name() + "' is open already");
        }
        return new SlotCache<>(definition.name(), own, background);
    }

    public RateLimiter rateLimiter() {
        return limiter;
    }

    @Override
    public Optional<String> trouble() {
        return Optional.empty();
    }

    @Override
    public void close() {
        background.close();
        slots.values().forEach(CaffeineSlots::close);
    }
}
