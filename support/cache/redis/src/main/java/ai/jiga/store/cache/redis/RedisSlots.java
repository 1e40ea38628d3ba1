package ai.jiga.store.cache.redis;

import ai.jiga.store.cache.engine.Slot;
import ai.jiga.store.cache.engine.Slots;
import io.lettuce.core.ScriptOutputType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// The slots of one cache. A stamp is a slot's head, or, while Redis is away, how many invalidations there
/// were.
final class RedisSlots<T> implements Slots<T> {
    /// A load or a write that takes longer leaves nothing behind.
    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final byte[] LEASE_MILLIS = text(Long.toString(LEASE.toMillis()));
    private static final byte[] NOTHING = {};
    private static final char VALUE = 'V';
    private static final char LEASED = 'L';
    private static final char WRITTEN = 'W';

    private final String prefix;
    private final RedisLink link;
    private final Stamps stamps;
    private final ValueText<T> values;
    private final byte[] life;
    private final long fadingBelow;
    private final AtomicLong invalidations = new AtomicLong();

    RedisSlots(String name, Duration life, Duration refreshBefore, RedisLink link, Stamps stamps, ValueText<T> values) {
        this.prefix = name + ':';
        this.link = link;
        this.stamps = stamps;
        this.values = values;
        this.life = text(Long.toString(life.toMillis()));
        this.fadingBelow = refreshBefore.toMillis();
    }

    @Override
    public Slot<T> look(String key) {
        return found(List.of(key)).getFirst();
    }

    @Override
    public Map<String, Slot<T>> look(Collection<String> keys) {
        var slots = new LinkedHashMap<String, Slot<T>>();
        if (!keys.isEmpty()) {
            List<Slot<T>> found = found(List.copyOf(keys));
            int i = 0;
            for (String key : keys) {
                slots.put(key, found.get(i++));
            }
        }
        return slots;
    }

    private List<Slot<T>> found(List<String> keys) {
        List<String> locals = keys.stream().map(this::local).toList();
        byte[] lease = text(LEASED + stamps.next());
        Optional<List<Object>> answer =
                link.ask(now -> now.run(Script.LOOK, ScriptOutputType.MULTI, locals, lease, LEASE_MILLIS));
        var slots = new ArrayList<Slot<T>>();
        for (int i = 0; i < keys.size(); i++) {
            slots.add(
                    answer.isPresent()
                                    && answer.get().get(2 * i) instanceof byte[] slot
                                    && answer.get().get(2 * i + 1) instanceof Long left
                            ? slot(locals.get(i), slot, left)
                            : new Slot.Shut<>(invalidations.get()));
        }
        return slots;
    }

    private Slot<T> slot(String local, byte[] slot, long millisLeft) {
        String head = new String(slot, 0, Script.HEAD, StandardCharsets.US_ASCII);
        if (head.charAt(0) == WRITTEN) {
            return new Slot.Shut<>(head);
        }
        if (head.charAt(0) == LEASED) {
            return new Slot.Open<>(head);
        }
        String body = new String(slot, Script.HEAD, slot.length - Script.HEAD, StandardCharsets.UTF_8);
        return values.read(body, local)
                .<Slot<T>>map(value -> new Slot.Kept<>(value, head, millisLeft < fadingBelow))
                // What cannot be read is replaced by what is loaded.
                .orElseGet(() -> new Slot.Open<>(head));
    }

    @Override
    public void keep(String key, Object stamp, Optional<T> value) {
        String local = local(key);
        link.ask(now -> now.<Long>run(
                Script.KEEP,
                ScriptOutputType.INTEGER,
                List.of(local),
                text(stamp.toString()),
                body(local, value),
                life));
    }

    @Override
    public Object shut(String key) {
        invalidations.incrementAndGet();
        String head = WRITTEN + stamps.next();
        // Where this does not arrive, settling removes whatever is there.
        link.ask(now -> now.set(local(key), text(head), LEASE));
        return head;
    }

    @Override
    public void settle(String key, Object stamp, Optional<T> value) {
        invalidations.incrementAndGet();
        String local = local(key);
        Optional<Long> settled = link.ask(now -> now.run(
                Script.SETTLE,
                ScriptOutputType.INTEGER,
                List.of(local),
                text(stamp.toString()),
                body(local, value),
                life));
        if (settled.isEmpty()) {
            link.remove(local);
        }
    }

    @Override
    public void clear(String key) {
        invalidations.incrementAndGet();
        link.remove(local(key));
    }

    private byte[] body(String local, Optional<T> value) {
        return value.flatMap(there -> values.write(there, local))
                .map(body -> text(VALUE + stamps.next() + body))
                .orElse(NOTHING);
    }

    private String local(String key) {
        return prefix + key;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
