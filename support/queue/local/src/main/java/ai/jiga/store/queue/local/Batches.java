package ai.jiga.store.queue.local;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Results;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.EventHandler;
import ai.jiga.store.queue.InboxEntry;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.queue.OutboxEntry;
import ai.jiga.store.queue.RecordingHandler;
import ai.jiga.store.queue.TransactionalHandler;
import ai.jiga.store.queue.engine.EventHandlers;
import ai.jiga.store.queue.engine.Inbox;
import ai.jiga.store.queue.engine.Lanes;
import ai.jiga.store.queue.engine.OutboxEntries;
import ai.jiga.store.queue.engine.ParkedLines.Line;
import ai.jiga.store.queue.engine.RequestTrace;
import ai.jiga.store.queue.engine.Workers;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
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

    private static final String NAME = "queue.batch";

    private final DocumentStore store;
    private final InstantSource clock;
    private final OutboxEntries outbox;
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
            InstantSource clock,
            EventHandlers handlers,
            Set<Line> openLines,
            Lanes<KeyLane> lanes,
            Workers workers,
            BooleanSupplier stopping,
            Runnable onLess) {
        this.store = store;
        this.clock = clock;
        this.outbox = new OutboxEntries(store);
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

    /// @return the keys that need a lane
    private Set<String> bring(List<String> keys) {
        Results<OutboxEntry> page = outbox.of(keys);
        Set<String> toBeAlone = new HashSet<>();
        List<Document<OutboxEntry>> together = new ArrayList<>();
        for (Document<OutboxEntry> entry : page.documents()) {
            String key = entry.value().key();
            if (!toBeAlone.contains(key) && isSimple(entry.value())) {
                together.add(entry);
            } else {
                toBeAlone.add(key);
            }
        }
        if (!together.isEmpty()) {
            String batch = UUID.randomUUID().toString();
            int brought = store.transact(tx -> bring(tx, batch, together));
            together.subList(brought, together.size())
                    .forEach(entry -> offer(entry.value().key()));
        }
        if (page.next() != null) {
            keys.stream().filter(key -> !toBeAlone.contains(key)).forEach(this::offer);
        }
        return toBeAlone;
    }

    private boolean isSimple(OutboxEntry entry) {
        return entry.events().stream()
                .flatMap(event -> handlers.wanting(event).stream())
                .allMatch(handler -> handler instanceof TransactionalHandler
                        && !openLines.contains(new Line(handler.name(), entry.key())));
    }

    /// @return how many of the entries fit
    private int bring(Transaction whole, String batch, List<Document<OutboxEntry>> entries) {
        var proof = Outbox.INBOX.id(NAME);
        @Nullable InboxEntry last = whole.get(proof).map(Document::value).orElse(null);
        if (last != null && last.eventId().startsWith(batch)) {
            // This body has run before, and its commit was not heard of.
            return Integer.parseInt(last.eventId().substring(batch.length() + 1));
        }
        var tx = new SharedTransaction(whole);
        Map<RecordingHandler, List<Event>> batched = new LinkedHashMap<>();
        int brought = 0;
        while (brought < entries.size() && tx.writes() + batched.size() < ENOUGH) {
            Document<OutboxEntry> entry = entries.get(brought);
            for (Event event : entry.value().events()) {
                for (EventHandler handler : handlers.wanting(event)) {
                    if (handler instanceof RecordingHandler many) {
                        batched.computeIfAbsent(many, _ -> new ArrayList<>()).add(event);
                    } else if (handler instanceof TransactionalHandler one) {
                        tx.another();
                        bring(one, event, tx);
                    }
                }
            }
            tx.delete(entry.ref());
            brought++;
        }
        batched.forEach((handler, events) -> {
            tx.another();
            handler.handle(events, tx);
        });
        tx.set(
                proof,
                new InboxEntry(
                        NAME,
                        batch + ":" + brought,
                        clock.instant(),
                        clock.instant().plus(Inbox.REMEMBERED)));
        tx.end();
        return brought;
    }

    private static void bring(TransactionalHandler handler, Event event, Transaction tx) {
        try (var _ = new RequestTrace(event.metadata().requestId())) {
            handler.handle(event, tx);
        }
    }
}
