package ai.jiga.store.cache.redis;

import ai.jiga.store.cache.Cache;
import ai.jiga.store.cache.CacheDefinition;
import ai.jiga.store.cache.CacheEngine;
import ai.jiga.store.cache.RateLimiter;
import ai.jiga.store.cache.engine.BackgroundLoads;
import ai.jiga.store.cache.engine.SlotCache;
import ai.jiga.store.cache.engine.Slots;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bucket4j.TimeMeter;
import io.lettuce.core.RedisURI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// The distributed engine, on one Redis server (6 or newer, not a cluster). It may be configured to drop
/// what it has no room for, by any `maxmemory-policy`: what is dropped is loaded again, and no order of
/// drops brings an old value back.
public final class RedisCaches implements CacheEngine {
    private final RedisOptions options;
    private final ObjectMapper json;
    private final RedisLink link;
    private final RateLimiter limiter;
    private final Stamps stamps = new Stamps();
    private final BackgroundLoads background = new BackgroundLoads();
    private final Set<String> names = ConcurrentHashMap.newKeySet();

    private RedisCaches(RedisOptions options, ObjectMapper json, RedisLink link, RateLimiter limiter) {
        this.options = options;
        this.json = json;
        this.link = link;
        this.limiter = limiter;
    }

    /// Whether it is there or not: what is away may come.
    ///
    /// @param url `redis://` or, with TLS, `rediss://`; user, password, port and database as Redis URLs
    ///     have them
    /// @param json how values are stored
    /// @param clock of the limits; those of the processes agree
    /// @param alone counts while Redis is away
    /// @throws IllegalArgumentException when the URL is none
    public static RedisCaches open(
            String url, RedisOptions options, ObjectMapper json, InstantSource clock, RateLimiter alone) {
        var link = new RedisLink(RedisURI.create(url), options, time(clock));
        link.start();
        return new RedisCaches(options, json, link, new RedisRateLimiter(link, alone));
    }

    @Override
    public <T> Cache<T> open(CacheDefinition<T> definition) {
        if (!names.add(definition.name())) {
            throw new IllegalStateException("the cache '" + definition.name() + "' is open already");
        }
        return new SlotCache<>(definition.name(), slots(definition), background);
    }

    private <T> Slots<T> slots(CacheDefinition<T> definition) {
        ValueCipher cipher = definition.confidential() ? options.cipher() : null;
        return definition.confidential() && cipher == null
                ? new UnkeptSlots<>()
                : new RedisSlots<>(
                        definition.name(),
                        definition.timeToLive(),
                        definition.refreshBefore(),
                        link,
                        stamps,
                        new ValueText<>(definition.type(), json, cipher));
    }

    public RateLimiter rateLimiter() {
        return limiter;
    }

    @Override
    public Optional<String> trouble() {
        return link.trouble();
    }

    @Override
    public void close() {
        background.close();
        link.close();
    }

    private static TimeMeter time(InstantSource clock) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return TimeUnit.MILLISECONDS.toNanos(clock.millis());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }
}
