package ai.jiga.store.queue.engine;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The keys that have something to do, each with one lane. A lane runs on one virtual thread at a time: a key
/// woken while its lane runs gets another pass. So many lanes run at once and no more; those that wait out a
/// back-off do not count.
public final class Lanes<L extends Lane> {
    private static final Duration AFTER_DEFECT = Duration.ofSeconds(1);

    private final ConcurrentMap<String, Slot<L>> slots = new ConcurrentHashMap<>();
    private final Function<String, L> lanes;
    private final Workers workers;
    private final Timer timer;
    private final Semaphore permits;
    private final BooleanSupplier stopping;
    private final Runnable onLess;

    /// @param atOnce how many lanes run at the same time
    /// @param onLess told when there are fewer keys than before
    public Lanes(
            Function<String, L> lanes,
            Workers workers,
            Timer timer,
            int atOnce,
            BooleanSupplier stopping,
            Runnable onLess) {
        this.lanes = lanes;
        this.workers = workers;
        this.timer = timer;
        this.permits = new Semaphore(atOnce, true);
        this.stopping = stopping;
        this.onLess = onLess;
    }

    /// A lane and how it stands. Its fields are only touched within `slots.compute` of its key.
    private static final class Slot<L> {
        private final L lane;
        private boolean running;
        private boolean dirty;
        private @Nullable Future<?> next;

        Slot(L lane) {
            this.lane = lane;
        }
    }

    public void wake(String key) {
        wake(key, _ -> {});
    }

    /// @param before done to the lane ahead of its next pass; the lane may be running meanwhile
    /// @return false when nothing is taken any more: `before` was not done, or the lane was abandoned after it
    public boolean wake(String key, Consumer<L> before) {
        if (stopping.getAsBoolean()) {
            return false;
        }
        var gone = new Gone<L>();
        Slot<L> woken = slots.compute(key, (k, present) -> {
            Slot<L> slot = present == null ? new Slot<>(lanes.apply(k)) : present;
            before.accept(slot.lane);
            if (slot.running) {
                slot.dirty = true;
                return slot;
            }
            return start(k, slot, gone);
        });
        gone.abandon();
        return woken != null;
    }

    /// A lane that was let go within `slots.compute`. It is abandoned after it: to give back what waits in it
    /// takes locks of whoever sent that, who may hold them while waking the same lane. Nobody finds the lane
    /// any more by then.
    private static final class Gone<L extends Lane> {
        private @Nullable L lane;

        private void abandon() {
            if (lane != null) {
                lane.abandoned();
            }
        }
    }

    /// @return the slot, or null when closing: what it would do is found at the next start
    private @Nullable Slot<L> start(String key, Slot<L> slot, Gone<L> gone) {
        if (slot.next != null) {
            slot.next.cancel(false);
            slot.next = null;
        }
        slot.running = true;
        slot.dirty = false;
        if (workers.execute(() -> run(key, slot))) {
            return slot;
        }
        gone.lane = slot.lane;
        return null;
    }

    private void run(String key, Slot<L> slot) {
        @Nullable Duration pause = AFTER_DEFECT;
        try {
            permits.acquire();
            try {
                pause = stopping.getAsBoolean() ? null : slot.lane.pass();
            } finally {
                permits.release();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            ended(key, slot, pause);
        }
    }

    private void ended(String key, Slot<L> slot, @Nullable Duration pause) {
        var gone = new Gone<L>();
        slots.compute(key, (k, _) -> {
            slot.running = false;
            if (stopping.getAsBoolean()) {
                gone.lane = slot.lane;
                return null;
            }
            if (slot.dirty) {
                return start(k, slot, gone);
            }
            if (pause == null) {
                return null;
            }
            slot.next = timer.after(pause, () -> wake(k));
            return slot;
        });
        gone.abandon();
        onLess.run();
    }

    /// Ends the lanes that wait for their next pass; those that run end with it. To be called once stopping.
    public void abandon() {
        for (String key : slots.keySet()) {
            var gone = new Gone<L>();
            slots.computeIfPresent(key, (_, slot) -> {
                if (slot.running) {
                    return slot;
                }
                gone.lane = slot.lane;
                return null;
            });
            gone.abandon();
        }
        onLess.run();
    }

    /// Whether this key has something to do.
    public boolean has(String key) {
        return slots.containsKey(key);
    }

    /// How many keys have something to do, about: while keys come and go the count may be behind.
    public int size() {
        return slots.size();
    }

    /// Whether no key has anything to do. Exact for what was woken before the call, as the map's own count is not:
    /// a key that came and went may have been taken off the count before it was added.
    public boolean isIdle() {
        return !slots.keySet().iterator().hasNext();
    }
}
