package ai.jiga.store.cache.caffeine;

import ai.jiga.store.cache.CacheDefinition;
import ai.jiga.store.cache.engine.Slot;
import ai.jiga.store.cache.engine.Slots;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// The slots of one cache. A stamp is a number that counts up.
final class CaffeineSlots<T> implements Slots<T> {
    /// A load or a write that takes longer leaves nothing behind.
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Cache<String, Entry<T>> entries;
    private final LongSupplier nanos;
    private final long youth;
    private final AtomicLong stamps = new AtomicLong();
    private volatile boolean closed;

    CaffeineSlots(CacheDefinition<T> definition, LongSupplier nanos) {
        this.nanos = nanos;
        long life = definition.timeToLive().toNanos();
        this.youth = life - definition.refreshBefore().toNanos();
        this.entries = Caffeine.newBuilder()
                .ticker(nanos::getAsLong)
                .maximumSize(definition.maximumSize())
                .expireAfter(Expiry.<String, Entry<T>>writing(
                        (key, entry) -> entry.slot instanceof Slot.Kept ? Duration.ofNanos(life) : LEASE))
                .build();
    }

    /// Identity is what an exchange compares: equal slots of two times are two.
    private static final class Entry<T> {
        private final Slot<T> slot;
        private final long since;

        Entry(Slot<T> slot, long since) {
            this.slot = slot;
            this.since = since;
        }

        boolean has(Object stamp) {
            return slot.stamp().equals(stamp);
        }
    }

    @Override
    public Slot<T> look(String key) {
        if (closed) {
            return new Slot.Shut<>(stamp());
        }
        Entry<T> entry = entries.get(key, absent -> entry(new Slot.Open<>(stamp())));
        return entry.slot instanceof Slot.Kept<T>(T value, Object stamp, boolean _)
                        && nanos.getAsLong() - entry.since >= youth
                ? new Slot.Kept<>(value, stamp, true)
                : entry.slot;
    }

    @Override
    public Map<String, Slot<T>> look(Collection<String> keys) {
        var found = new LinkedHashMap<String, Slot<T>>();
        keys.forEach(key -> found.put(key, look(key)));
        return found;
    }

    @Override
    public void keep(String key, Object stamp, Optional<T> value) {
        Entry<T> there = entries.getIfPresent(key);
        if (there == null || !there.has(stamp)) {
            return;
        }
        // Whoever changed it since then is not overwritten.
        if (value.isPresent() && !closed) {
            entries.asMap().replace(key, there, kept(value.get()));
        } else {
            entries.asMap().remove(key, there);
        }
    }

    @Override
    public Object shut(String key) {
        Object stamp = stamp();
        if (!closed) {
            entries.put(key, entry(new Slot.Shut<>(stamp)));
        }
        return stamp;
    }

    @Override
    public void settle(String key, Object stamp, Optional<T> value) {
        Entry<T> there = entries.getIfPresent(key);
        boolean kept = there != null
                && there.has(stamp)
                && value.isPresent()
                && entries.asMap().replace(key, there, kept(value.get()));
        if (!kept) {
            clear(key);
        }
    }

    @Override
    public void clear(String key) {
        entries.invalidate(key);
    }

    void close() {
        closed = true;
        entries.invalidateAll();
    }

    private Entry<T> kept(T value) {
        return entry(new Slot.Kept<>(value, stamp(), false));
    }

    private Entry<T> entry(Slot<T> slot) {
        return new Entry<>(slot, nanos.getAsLong());
    }

    private Object stamp() {
        return stamps.incrementAndGet();
    }
}
