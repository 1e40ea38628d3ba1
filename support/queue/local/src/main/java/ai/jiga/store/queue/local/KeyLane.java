package ai.jiga.store.queue.local;

import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Results;
import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.EventHandler;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.queue.OutboxEntry;
import ai.jiga.store.queue.ParkedEvent;
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

/// Delivers the events of one key, in order. Run by one thread at a time ([Lanes] sees to that).
///
/// Each handler goes at its own pace: one that fails waits out its back-off at its event, the others go on; when it
/// has failed too often its event is parked and the later ones behind it. An entry leaves the outbox once every
/// handler has done or parked it.
final class KeyLane {
    private static final Logger LOG = LoggerFactory.getLogger(KeyLane.class);
    private static final int PAGE = 100;

    private final String key;
    private final DocumentStore store;
    private final EventHandlers handlers;
    private final Delivery delivery;
    private final ParkedLines parked;
    private final LocalQueueOptions options;
    private final BooleanSupplier stopping;

    /// Which handlers have done an event whose entry is still there, by the event's id.
    private final Map<String, Set<String>> done = new HashMap<>();

    /// The handlers that wait before their next attempt, by name.
    private final Map<String, Pause> pauses = new HashMap<>();

    /// Those of them that this pass has come upon: they may see no later event.
    private final Set<String> waiting = new HashSet<>();

    /// The handlers whose parked line is to go on. Added to by operators while the lane runs.
    private final Set<String> released = ConcurrentHashMap.newKeySet();

    private int storeFaults;

    KeyLane(
            String key,
            DocumentStore store,
            EventHandlers handlers,
            Delivery delivery,
            ParkedLines parked,
            LocalQueueOptions options,
            BooleanSupplier stopping) {
        this.key = key;
        this.store = store;
        this.handlers = handlers;
        this.delivery = delivery;
        this.parked = parked;
        this.options = options;
        this.stopping = stopping;
    }

    /// @param failures of the handler at this event, faults of the store at it
    /// @param until by `System.nanoTime`
    private record Pause(String eventId, int failures, int faults, long until) {
        boolean over() {
            return System.nanoTime() - until >= 0;
        }
    }

    void release(String handler) {
        released.add(handler);
    }

    /// One pass over all that waits.
    ///
    /// @return when to come again unasked, or null when nothing is left to do
    @Nullable
    Duration pass() {
        waiting.clear();
        try {
            for (String handler : List.copyOf(released)) {
                advanceLine(handler);
            }
            @Nullable Cursor next = null;
            do {
                Results<OutboxEntry> page = store.query(Outbox.ENTRIES
                        .query()
                        .where("key")
                        .is(key)
                        .ascending("sequence")
                        .limit(PAGE)
                        .startAfter(next));
                deliver(page.documents());
                next = page.next();
            } while (next != null && !stopping.getAsBoolean());
        } catch (RuntimeException | Error fault) {
            return afterFault(fault);
        }
        storeFaults = 0;
        pauses.keySet().retainAll(waiting);
        return untilNextAttempt();
    }

    private @Nullable Duration afterFault(Throwable fault) {
        if (stopping.getAsBoolean()) {
            return null;
        }
        storeFaults++;
        Duration pause = options.fault().after(storeFaults);
        LOG.warn("the store failed under the events of key {}, trying again in {}", key, pause, fault);
        return pause;
    }

    private @Nullable Duration untilNextAttempt() {
        long now = System.nanoTime();
        return pauses.values().stream()
                .map(pause -> Duration.ofNanos(Math.max(0, pause.until() - now)))
                .min(Duration::compareTo)
                .orElse(null);
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
        OutboxEntry entry = document.value();
        Event event = entry.event();
        List<EventHandler> all = handlers.of(event.type());
        Set<String> through = done.computeIfAbsent(document.id(), _ -> new HashSet<>());
        for (EventHandler handler : all) {
            if (stopping.getAsBoolean()) {
                return false;
            }
            if (through.contains(handler.name())) {
                continue;
            }
            boolean last = through.size() == all.size() - 1;
            switch (turn(handler, entry, last ? document.ref() : null)) {
                case THROUGH -> through.add(handler.name());
                case THROUGH_AND_DELETED -> {
                    done.remove(document.id());
                    return false;
                }
                case WAITS -> waiting.add(handler.name());
            }
        }
        return through.size() == all.size();
    }

    private enum Turn {
        THROUGH,
        THROUGH_AND_DELETED,
        WAITS
    }

    private Turn turn(EventHandler handler, OutboxEntry entry, @Nullable Ref<?> last) {
        String name = handler.name();
        Event event = entry.event();
        if (waiting.contains(name) || pausesAt(name, event.id())) {
            return Turn.WAITS;
        }
        var line = new ParkedLines.Line(name, key);
        if (parked.holds(line)) {
            if (released.contains(name)) {
                return Turn.WAITS;
            }
            parked.parkBehind(line, entry);
            return Turn.THROUGH;
        }
        return switch (delivery.attempt(handler, event, last)) {
            case Outcome.Done(boolean deleted) -> {
                pauses.remove(name);
                yield deleted ? Turn.THROUGH_AND_DELETED : Turn.THROUGH;
            }
            case Outcome.Failed failed -> {
                int failures = failed(name, event, failed);
                if (failures < options.attempts() || stopping.getAsBoolean()) {
                    yield Turn.WAITS;
                }
                parked.park(name, entry, failures, failed);
                pauses.remove(name);
                yield Turn.THROUGH;
            }
            case Outcome.StoreFault fault -> {
                faulted(name, event, fault);
                yield Turn.WAITS;
            }
        };
    }

    /// Brings the parked events of a released line to their handler, the oldest first, until it is empty or one fails.
    private void advanceLine(String name) {
        EventHandler handler = handlers.named(name);
        var line = new ParkedLines.Line(name, key);
        if (handler == null) {
            LOG.warn("no handler is named {} any more: what is parked for it can only be dropped", name);
            released.remove(name);
            return;
        }
        while (!stopping.getAsBoolean()) {
            Document<ParkedEvent> front = parked.front(line).orElse(null);
            if (front == null) {
                parked.closed(line);
                released.remove(name);
                pauses.remove(name);
                return;
            }
            if (pausesAt(name, front.value().event().id()) || !attempt(handler, front)) {
                if (released.contains(name)) {
                    waiting.add(name);
                }
                return;
            }
        }
    }

    /// @return whether the parked event is done
    private boolean attempt(EventHandler handler, Document<ParkedEvent> front) {
        String name = handler.name();
        Event event = front.value().event();
        return switch (delivery.attempt(handler, event, front.ref())) {
            case Outcome.Done(boolean deleted) -> {
                if (!deleted) {
                    parked.remove(front.id());
                }
                LOG.info("parked event {} of key {} is done by handler {}", event.id(), key, name);
                pauses.remove(name);
                yield true;
            }
            case Outcome.Failed failed -> {
                int failures = failed(name, event, failed);
                if (failures >= options.attempts() && !stopping.getAsBoolean()) {
                    parked.failedAgain(front, failures, failed);
                    released.remove(name);
                    pauses.remove(name);
                }
                yield false;
            }
            case Outcome.StoreFault fault -> {
                faulted(name, event, fault);
                yield false;
            }
        };
    }

    private boolean pausesAt(String handler, String eventId) {
        Pause pause = pauses.get(handler);
        return pause != null && pause.eventId().equals(eventId) && !pause.over();
    }

    private Pause pauseAt(String handler, String eventId) {
        Pause pause = pauses.get(handler);
        return pause != null && pause.eventId().equals(eventId) ? pause : new Pause(eventId, 0, 0, 0);
    }

    /// @return how often it has failed in a row
    private int failed(String handler, Event event, Outcome.Failed failed) {
        Pause before = pauseAt(handler, event.id());
        int failures = before.failures() + 1;
        Duration delay = options.retry().after(failures);
        pauses.put(handler, new Pause(event.id(), failures, before.faults(), System.nanoTime() + delay.toNanos()));
        try (var _ = new RequestTrace(event.metadata().requestId())) {
            LOG.info(
                    "handler {} failed at event {} ({}) of key {}, attempt {}: {}",
                    handler,
                    event.id(),
                    event.type(),
                    key,
                    failures,
                    failed.inWords());
        }
        return failures;
    }

    private void faulted(String handler, Event event, Outcome.StoreFault fault) {
        Pause before = pauseAt(handler, event.id());
        int faults = before.faults() + 1;
        Duration delay = options.fault().after(faults);
        pauses.put(handler, new Pause(event.id(), before.failures(), faults, System.nanoTime() + delay.toNanos()));
        LOG.warn(
                "the store failed under handler {} at event {} of key {}, trying again in {}: {}",
                handler,
                event.id(),
                key,
                delay,
                String.valueOf(fault.cause()));
    }
}
