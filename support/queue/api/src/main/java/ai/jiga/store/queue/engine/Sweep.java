package ai.jiga.store.queue.engine;

import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Results;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.queue.OutboxEntry;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds events in the outbox that nobody told of (their process died between commit and wake-up), and wakes their
/// keys; a key's lane then takes the oldest first.
public final class Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final int PAGE = 200;

    /// A long outbox is not turned into as many lanes at once.
    private static final int BUSY = 1_000;

    private final DocumentStore store;
    private final Consumer<String> wake;
    private final IntSupplier busy;
    private final Quiet quiet;
    private final BooleanSupplier stopping;
    private final AtomicBoolean sweeping = new AtomicBoolean();

    /// @param wake told each key that something waits for
    /// @param busy how many keys are at work, about
    public Sweep(DocumentStore store, Consumer<String> wake, IntSupplier busy, Quiet quiet, BooleanSupplier stopping) {
        this.store = store;
        this.wake = wake;
        this.busy = busy;
        this.quiet = quiet;
        this.stopping = stopping;
    }

    public boolean running() {
        return sweeping.get();
    }

    /// Does nothing while another sweep runs.
    ///
    /// @param until the youngest to look at, or null for all of them
    /// @return whether it came to its end
    public boolean run(@Nullable Instant until) {
        if (!sweeping.compareAndSet(false, true)) {
            return false;
        }
        try {
            pages(until);
            return !stopping.getAsBoolean();
        } catch (RuntimeException fault) {
            if (!stopping.getAsBoolean()) {
                LOG.warn("the store failed under the sweep of the outbox; the next one tries again", fault);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            sweeping.set(false);
            quiet.changed();
        }
        return false;
    }

    private void pages(@Nullable Instant until) throws InterruptedException {
        // By their ids, which are UUIDv7s: an index of times would be one more to write with each event. Two processes
        // whose clocks differ have made some of a page in another order.
        Query<OutboxEntry> page = Outbox.ENTRIES.query().limit(PAGE);
        @Nullable Cursor next = null;
        do {
            Results<OutboxEntry> found = store.query(page.startAfter(next));
            List<OutboxEntry> old = found.values().stream()
                    .filter(entry -> until == null || !entry.createdAt().isAfter(until))
                    .toList();
            old.stream().map(OutboxEntry::key).distinct().forEach(wake);
            next = old.isEmpty() ? null : found.next();
            quiet.await(() -> busy.getAsInt() < BUSY || stopping.getAsBoolean());
        } while (next != null && !stopping.getAsBoolean());
    }
}
