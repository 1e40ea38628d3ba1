package ai.jiga.store.cache.redis;

import ai.jiga.store.cache.engine.Slot;
import ai.jiga.store.cache.engine.Slots;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// For confidential values where there is no cipher: nothing is kept, and loads at the same time are shared.
final class UnkeptSlots<T> implements Slots<T> {
    private final AtomicLong invalidations = new AtomicLong();

    @Override
    public Slot<T> look(String key) {
        return new Slot.Shut<>(invalidations.get());
    }

    @Override
    public Map<String, Slot<T>> look(Collection<String> keys) {
        var slots = new HashMap<String, Slot<T>>();
        keys.forEach(key -> slots.put(key, look(key)));
        return slots;
    }

    @Override
    public void keep(String key, Object stamp, Optional<T> value) {
        // Nothing is.
    }

    @Override
    public Object shut(String key) {
        return invalidations.incrementAndGet();
    }

    @Override
    public void settle(String key, Object stamp, Optional<T> value) {
        invalidations.incrementAndGet();
    }

    @Override
    public void clear(String key) {
        invalidations.incrementAndGet();
    }
}
