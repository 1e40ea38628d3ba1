package ai.jiga.store.queue.local;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Results;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.EventHandler;
import ai.jiga.store.queue.OutboxEntry;
import ai.jiga.store.queue.RecordingHandler;
import ai.jiga.store.queue.TransactionalHandler;
import ai.jiga.store.queue.engine.EventHandlers;
import ai.jiga.store.queue.engine.Lanes;
import ai.jiga.store.queue.engine.OutboxEntries;
import ai.jiga.store.queue.engine.ParkedLines.Line;
import ai.jiga.store.queue.engine.RequestTrace;
import ai.jiga.store.queue.engine.Workers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings what waits, of many keys, to its handlers in one transaction that deletes the entries too: no event needs a
/// proof of its own then. While one batch commits the next one gathers, so that batches grow with the load.
///
/// Only what is simple goes this way. What is to be handled outside of documents, whose line is parked, or
/// what was in a batch that failed is brought alone, by the lane of its key; a key is here or there, never
/// in both.
final class Batches {
    private static final Logger LOG = LoggerFactory.getLogger(Batches.class);

    /// What a query may ask for at once.
    private static final int KEYS = 30;

    /// Of writes, so that the handlers of one more entry fit in.
    private static final int ENOUGH = 300;

    private final DocumentStore store;
    private final EventHandlers handlers;
    private final Set<Line> openLines;
    private final Lanes<KeyLane> lanes;
    private final Workers workers;
    private final BooleanSupplier stopping;
    private final Runnable onLess;

    /// All three are guarded by this object's lock, as is whether a thread is at it.
    private final Set<String> waiting = new LinkedHashSet<>();

    private final Set<String> inWork = new HashSet<>();
    private final List<Runnable> afterwards = new ArrayList<>();
    private boolean running;

    /// @param openLines which lines are parked, of all keys
    /// @param onLess told when there are fewer keys than before
    Batches(
            DocumentStore store,
            EventHandlers handlers,
            Set<Line> openLines,
            Lanes<KeyLane> lanes,
            Workers workers,
            BooleanSupplier stopping,
            Runnable onLess) {
        this.store = store;
        this.handlers = handlers;
        this.openLines = openLines;
        this.lanes = lanes;
        this.workers = workers;
        this.stopping = stopping;
        this.onLess = onLess;
    }

    /// An event of this key waits. Never blocks.
    synchronized void offer(String key) {
        if (stopping.getAsBoolean()) {
            return;
        }
        waiting.add(key);
        if (!running) {
            running = workers.execute(this::run);
        }
    }

    /// Does something to the lane of a key when the key is in no batch: now, or as soon as its batch is through.
    synchronized void alone(String key, Runnable then) {
        if (inWork.contains(key)) {
            afterwards.add(then);
        } else {
            then.run();
        }
    }

    synchronized boolean isIdle() {
        return waiting.isEmpty() && inWork.isEmpty();
    }

    synchronized int size() {
        return waiting.size() + inWork.size();
    }

    private void run() {
        for (List<String> keys = take(); !keys.isEmpty(); keys = take()) {
            Set<String> toBeAlone = Set.copyOf(keys);
            try {
                toBeAlone = bring(keys);
            } catch (RuntimeException | Error failure) {
                LOG.debug("a batch of {} keys failed; they go on alone", keys.size(), failure);
            } finally {
                through(toBeAlone);
            }
            onLess.run();
        }
        onLess.run();
    }

    private synchronized List<String> take() {
        Iterator<String> keys = waiting.iterator();
        while (keys.hasNext() && inWork.size() < KEYS && !stopping.getAsBoolean()) {
            String key = keys.next();
            keys.remove();
            if (lanes.has(key)) {
                lanes.wake(key);
            } else {
                inWork.add(key);
            }
        }
        if (inWork.isEmpty()) {
            running = false;
            waiting.clear();
        }
        return List.copyOf(inWork);
    }

    private synchronized void through(Set<String> toBeAlone) {
        inWork.clear();
        toBeAlone.forEach(lanes::wake);
        afterwards.forEach(Runnable::run);
        afterwards.clear();
    }

    /// What a batch has left to do.
    ///
    /// @param alone keys that need a lane
    /// @param again keys of which more waits than fit
    private record Left(Set<String> alone, Set<String> again) {}

    /// @return the keys that need a lane
    private Set<String> bring(List<String> keys) {
        Left left = store.transact(tx -> bring(tx, keys));
        left.again().forEach(this::offer);
        return left.alone();
    }

    /// Reads the entries within the transaction that deletes them: where this body has run before, or somebody else has
    /// brought them, they are not there.
    private Left bring(Transaction whole, List<String> keys) {
        Results<OutboxEntry> page = whole.query(OutboxEntries.ofAll(keys));
        var tx = new SharedTransaction(whole);
        Set<String> alone = new HashSet<>();
        Set<String> again = new HashSet<>(page.next() == null ? Set.of() : keys);
        Map<RecordingHandler, List<Event>> recorded = new LinkedHashMap<>();
        boolean full = false;
        for (Document<OutboxEntry> entry : page.documents()) {
            String key = entry.value().key();
            // Once and for all: what is left out is overtaken by nothing.
            full |= tx.writes() >= ENOUGH;
            if (alone.contains(key) || !isSimple(entry.value())) {
                alone.add(key);
            } else if (full) {
                again.add(key);
            } else {
                bring(entry.value(), tx, recorded);
                tx.delete(entry.ref());
            }
        }
        recorded.forEach((handler, events) -> {
            tx.another();
            handler.handle(events, tx);
        });
        tx.end();
        again.removeAll(alone);
        return new Left(alone, again);
    }

    private boolean isSimple(OutboxEntry entry) {
        return entry.events().stream()
                .flatMap(event -> handlers.wanting(event).stream())
                .allMatch(handler -> handler instanceof TransactionalHandler
                        && !openLines.contains(new Line(handler.name(), entry.key())));
    }

    private void bring(OutboxEntry entry, SharedTransaction tx, Map<RecordingHandler, List<Event>> recorded) {
        for (Event event : entry.events()) {
            for (EventHandler handler : handlers.wanting(event)) {
                if (handler instanceof RecordingHandler recording) {
                    recorded.computeIfAbsent(recording, _ -> new ArrayList<>()).add(event);
                } else if (handler instanceof TransactionalHandler one) {
                    tx.another();
                    bring(one, event, tx);
                }
            }
        }
    }

    private static void bring(TransactionalHandler handler, Event event, Transaction tx) {
        try (var _ = new RequestTrace(event.metadata().requestId())) {
            handler.handle(event, tx);
        }
    }
}
