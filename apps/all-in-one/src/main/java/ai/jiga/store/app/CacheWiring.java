package ai.jiga.store.app;

import ai.jiga.store.app.settings.CacheSetting;
import ai.jiga.store.app.settings.Settings;
import ai.jiga.store.cache.CacheEngine;
import ai.jiga.store.cache.RateLimiter;
import ai.jiga.store.cache.caffeine.CaffeineCaches;
import ai.jiga.store.cache.redis.RedisCaches;
import ai.jiga.store.cache.redis.RedisOptions;
import ai.jiga.store.contracts.json.KernelModule;
import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.wiring.ReadyCheck;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Caches and rate limits: within the process, or in Redis where `REDIS_URL` names one; then the process
/// counts limits alone while Redis is away.
@Singleton
public class CacheWiring {
    private static final int AFTER_THE_QUEUE_AND_THE_DOCUMENTS = 6_000;

    private final CacheEngine caches;
    private final RateLimiter limiter;

    public CacheWiring(Settings settings, InstantSource clock) {
        CaffeineCaches local = CaffeineCaches.open();
        if (settings.cache() instanceof CacheSetting.Redis redis) {
            RedisCaches shared = RedisCaches.open(
                    redis.url().toString(),
                    RedisOptions.defaults(),
                    DocumentJson.mapper(new KernelModule()),
                    clock,
                    local.rateLimiter());
            caches = shared;
            limiter = shared.rateLimiter();
        } else {
            caches = local;
            limiter = local.rateLimiter();
        }
    }

    @Produces
    @Singleton
    CacheEngine caches() {
        return caches;
    }

    @Produces
    @Singleton
    RateLimiter rateLimiter() {
        return limiter;
    }

    @Produces
    @Singleton
    ReadyCheck cacheCheck() {
        return ReadyCheck.wanted("cache", caches::trouble);
    }

    void stop(@Observes @Priority(AFTER_THE_QUEUE_AND_THE_DOCUMENTS) ShutdownEvent stopping) {
        caches.close();
    }
}
