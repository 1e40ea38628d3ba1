package ai.jiga.store.queue.local;

import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Results;
import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.EventHandler;
import ai.jiga.store.queue.OutboxEntry;
import ai.jiga.store.queue.engine.Delivery;
import ai.jiga.store.queue.engine.EventHandlers;
import ai.jiga.store.queue.engine.Lane;
import ai.jiga.store.queue.engine.OutboxEntries;
import ai.jiga.store.queue.engine.Pacing;
import ai.jiga.store.queue.engine.ParkedLines;
import ai.jiga.store.queue.engine.ParkedLines.Line;
import ai.jiga.store.queue.engine.Retries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Delivers the events of one key, in order.
///
/// Each handler goes at its own pace: one that fails waits out its back-off at its event, the others go on; when it
/// has failed too often its event is parked and the later ones behind it. An entry leaves the outbox once every
/// handler has done or parked it.
final class KeyLane implements Lane {
    private static final Logger LOG = LoggerFactory.getLogger(KeyLane.class);

    private final String key;
    private final DocumentStore store;
    private final OutboxEntries outbox;
    private final EventHandlers handlers;
    private final Delivery delivery;
    private final ParkedLines parked;
    private final Set<Line> openLines;
    private final Pacing pacing;
    private final Retries retries;
    private final BooleanSupplier stopping;

    /// What has been done about an entry that is still there, by the entry's id: a turn's name each.
    private final Map<String, Set<String>> done = new HashMap<>();

    /// The handlers that this pass has come upon waiting: they may see no later event.
    private final Set<String> waiting = new HashSet<>();

    /// The handlers whose parked line is to go on. Added to by operators while the lane runs.
    private final Set<String> released = ConcurrentHashMap.newKeySet();

    private int storeFaults;

    /// @param openLines which lines are parked, of all keys; only the lane of a key opens and closes its own
    KeyLane(
            String key,
            DocumentStore store,
            EventHandlers handlers,
            Delivery delivery,
            ParkedLines parked,
            Set<Line> openLines,
            Pacing pacing,
            BooleanSupplier stopping) {
        this.key = key;
        this.store = store;
        this.outbox = new OutboxEntries(store);
        this.handlers = handlers;
        this.delivery = delivery;
        this.parked = parked;
        this.openLines = openLines;
        this.pacing = pacing;
        this.retries = new Retries(key, delivery, parked, pacing, stopping);
        this.stopping = stopping;
    }

    /// One event for one handler.
    private record Turn(EventHandler handler, Event event) {
        String name() {
            return handler.name() + ":" + event.id();
        }
    }

    void release(String handler) {
        released.add(handler);
    }

    @Override
    public @Nullable Duration pass() {
        waiting.clear();
        try {
            for (String handler : List.copyOf(released)) {
                advanceLine(handler);
            }
            @Nullable Cursor next = null;
            do {
                Results<OutboxEntry> page = outbox.of(key, next);
                deliver(page.documents());
                next = page.next();
            } while (next != null && !stopping.getAsBoolean());
        } catch (RuntimeException | Error fault) {
            return afterFault(fault);
        }
        storeFaults = 0;
        retries.keepOnly(waiting);
        return retries.untilNext();
    }

    private @Nullable Duration afterFault(Throwable fault) {
        if (stopping.getAsBoolean()) {
            return null;
        }
        storeFaults++;
        Duration pause = pacing.fault().after(storeFaults);
        LOG.warn("the store failed under the events of key {}, trying again in {}", key, pause, fault);
        return pause;
    }

    private void deliver(List<Document<OutboxEntry>> entries) {
        var finished = new ArrayList<Ref<OutboxEntry>>();
        for (Document<OutboxEntry> entry : entries) {
            if (stopping.getAsBoolean()) {
                break;
            }
            if (deliver(entry)) {
                finished.add(entry.ref());
            }
        }
        if (!finished.isEmpty()) {
            store.transact(tx -> {
                finished.forEach(tx::delete);
                return finished.size();
            });
            finished.forEach(ref -> done.remove(ref.id()));
        }
    }

    /// @return whether every handler is through with the entry and it is still there
    private boolean deliver(Document<OutboxEntry> document) {
        List<Turn> open = open(document);
        int left = open.size();
        for (Turn turn : open) {
            if (stopping.getAsBoolean()) {
                return false;
            }
            switch (take(turn, left == 1 ? document.ref() : null)) {
                case THROUGH, PARKED -> {
                    done.computeIfAbsent(document.id(), _ -> new HashSet<>()).add(turn.name());
                    left--;
                }
                case THROUGH_AND_DELETED -> {
                    done.remove(document.id());
                    return false;
                }
                case WAITS -> waiting.add(turn.handler().name());
            }
        }
        return left == 0;
    }

    /// What is left to be done about an entry: its events in their order.
    private List<Turn> open(Document<OutboxEntry> document) {
        Set<String> through = done.getOrDefault(document.id(), Set.of());
        return document.value().events().stream()
                .flatMap(event -> handlers.wanting(event).stream().map(handler -> new Turn(handler, event)))
                .filter(turn -> !through.contains(turn.name()))
                .toList();
    }

    private Retries.Turn take(Turn next, @Nullable Ref<?> last) {
        EventHandler handler = next.handler();
        Event event = next.event();
        String name = handler.name();
        if (waiting.contains(name) || retries.pausesAt(name, event.id())) {
            return Retries.Turn.WAITS;
        }
        var line = new Line(name, key);
        if (openLines.contains(line)) {
            if (released.contains(name)) {
                return Retries.Turn.WAITS;
            }
            parked.parkBehind(line, event);
            return Retries.Turn.PARKED;
        }
        Retries.Turn turn = retries.attempt(name, event, () -> delivery.attempt(handler, event, last));
        if (turn == Retries.Turn.PARKED) {
            openLines.add(line);
        }
        return turn;
    }

    private void advanceLine(String name) {
        EventHandler handler = handlers.named(name);
        if (handler == null) {
            LOG.warn("no handler is named {} any more: what is parked for it can only be dropped", name);
            released.remove(name);
            return;
        }
        // Taken before the walk: what an operator releases during it is another matter, and gets a walk of its own.
        released.remove(name);
        boolean goesOn = true;
        try {
            switch (retries.walk(handler)) {
                case EMPTY -> {
                    openLines.remove(new Line(name, key));
                    goesOn = false;
                }
                case FAILED_AGAIN -> goesOn = false;
                case WAITS -> waiting.add(name);
            }
        } finally {
            if (goesOn) {
                released.add(name);
            }
        }
    }
}
