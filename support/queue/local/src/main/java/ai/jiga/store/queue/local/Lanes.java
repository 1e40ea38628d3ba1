package ai.jiga.store.queue.local;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The keys that have something to do, each with one lane. A lane runs on one virtual thread at a time: a key woken
/// while its lane runs gets another pass. So many lanes run at once and no more; those that wait out a back-off do
/// not count.
final class Lanes {
    private static final Duration AFTER_DEFECT = Duration.ofSeconds(1);

    private final ConcurrentMap<String, Slot> slots = new ConcurrentHashMap<>();
    private final Function<String, KeyLane> lanes;
    private final ExecutorService threads;
    private final Timer timer;
    private final Semaphore permits;
    private final BooleanSupplier stopping;
    private final Runnable onLess;

    /// @param atOnce how many lanes run at the same time
    /// @param onLess told when there are fewer keys than before
    Lanes(
            Function<String, KeyLane> lanes,
            ExecutorService threads,
            Timer timer,
            int atOnce,
            BooleanSupplier stopping,
            Runnable onLess) {
        this.lanes = lanes;
        this.threads = threads;
        this.timer = timer;
        this.permits = new Semaphore(atOnce, true);
        this.stopping = stopping;
        this.onLess = onLess;
    }

    /// A lane and how it stands. Its fields are only touched within `slots.compute` of its key.
    private static final class Slot {
        private final KeyLane lane;
        private boolean running;
        private boolean dirty;
        private @Nullable Future<?> next;

        Slot(KeyLane lane) {
            this.lane = lane;
        }
    }

    void wake(String key) {
        wake(key, null);
    }

    /// Lets what is parked for the handler go on.
    void release(ParkedLines.Line line) {
        wake(line.key(), line.handler());
    }

    private void wake(String key, @Nullable String released) {
        if (stopping.getAsBoolean()) {
            return;
        }
        slots.compute(key, (k, present) -> {
            Slot slot = present == null ? new Slot(lanes.apply(k)) : present;
            if (released != null) {
                slot.lane.release(released);
            }
            if (slot.running) {
                slot.dirty = true;
                return slot;
            }
            return start(k, slot);
        });
    }

    /// @return the slot, or null when closing: what it would do is found at the next start
    private @Nullable Slot start(String key, Slot slot) {
        if (slot.next != null) {
            slot.next.cancel(false);
            slot.next = null;
        }
        slot.running = true;
        slot.dirty = false;
        try {
            threads.execute(() -> run(key, slot));
            return slot;
        } catch (RejectedExecutionException closed) {
            return null;
        }
    }

    private void run(String key, Slot slot) {
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

    private void ended(String key, Slot slot, @Nullable Duration pause) {
        slots.compute(key, (k, _) -> {
            slot.running = false;
            if (stopping.getAsBoolean()) {
                return null;
            }
            if (slot.dirty) {
                return start(k, slot);
            }
            if (pause == null) {
                return null;
            }
            slot.next = timer.after(pause, () -> wake(k));
            return slot;
        });
        onLess.run();
    }

    int size() {
        return slots.size();
    }
}
