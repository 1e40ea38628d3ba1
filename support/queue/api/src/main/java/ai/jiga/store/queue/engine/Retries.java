package ai.jiga.store.queue.engine;

import ai.jiga.store.documents.Document;
import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.EventHandler;
import ai.jiga.store.queue.ParkedEvent;
import ai.jiga.store.queue.engine.ParkedLines.Line;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The attempts of one key's handlers: each waits out its back-off at its event, and an event that it failed on too
/// often is parked. Part of a lane, and like it used by one thread at a time.
public final class Retries {
    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);

    private final String key;
    private final Delivery delivery;
    private final ParkedLines parked;
    private final Pacing pacing;
    private final BooleanSupplier stopping;

    /// The handlers that wait before their next attempt, by name.
    private final Map<String, Pause> pauses = new HashMap<>();

    public Retries(String key, Delivery delivery, ParkedLines parked, Pacing pacing, BooleanSupplier stopping) {
        this.key = key;
        this.delivery = delivery;
        this.parked = parked;
        this.pacing = pacing;
        this.stopping = stopping;
    }

    /// @param failures of the handler at this event, faults of the store at it
    /// @param until by `System.nanoTime`
    private record Pause(String eventId, int failures, int faults, long until) {
        boolean over() {
            return System.nanoTime() - until >= 0;
        }
    }

    /// How a handler's attempt at an event has left it.
    public enum Turn {
        THROUGH,
        THROUGH_AND_DELETED,
        PARKED,
        WAITS
    }

    /// How far a parked line has come.
    public enum Walk {
        EMPTY,
        WAITS,
        FAILED_AGAIN
    }

    public boolean pausesAt(String handler, String eventId) {
        Pause pause = pauses.get(handler);
        return pause != null && pause.eventId().equals(eventId) && !pause.over();
    }

    /// Forgets the handlers that wait for nothing any more.
    public void keepOnly(Set<String> waiting) {
        pauses.keySet().retainAll(waiting);
    }

    /// @return null when nobody waits
    public @Nullable Duration untilNext() {
        long now = System.nanoTime();
        return pauses.values().stream()
                .map(pause -> Duration.ofNanos(Math.max(0, pause.until() - now)))
                .min(Duration::compareTo)
                .orElse(null);
    }

    public Turn attempt(String handler, Event event, Supplier<Outcome> attempt) {
        return switch (attempt.get()) {
            case Outcome.Done(boolean deleted) -> {
                passed(handler, event);
                yield deleted ? Turn.THROUGH_AND_DELETED : Turn.THROUGH;
            }
            case Outcome.HeldBack() -> {
                passed(handler, event);
                yield Turn.PARKED;
            }
            case Outcome.Failed failed -> {
                int failures = failed(handler, event, failed);
                if (failures < pacing.attempts() || stopping.getAsBoolean()) {
                    yield Turn.WAITS;
                }
                parked.park(handler, event, failures, failed);
                pauses.remove(handler);
                yield Turn.PARKED;
            }
            case Outcome.StoreFault fault -> {
                faulted(handler, event, fault);
                yield Turn.WAITS;
            }
        };
    }

    /// A pause at another event (the front of a line that is walked) goes on.
    private void passed(String handler, Event event) {
        Pause pause = pauses.get(handler);
        if (pause != null && pause.eventId().equals(event.id())) {
            pauses.remove(handler);
        }
    }

    /// Brings the parked events of a released line to their handler, the oldest first, until it is empty or
    /// one fails.
    public Walk walk(EventHandler handler) {
        String name = handler.name();
        var line = new Line(name, key);
        while (!stopping.getAsBoolean()) {
            Document<ParkedEvent> front = parked.front(line).orElse(null);
            if (front == null) {
                pauses.remove(name);
                return Walk.EMPTY;
            }
            if (pausesAt(name, front.value().event().id())) {
                return Walk.WAITS;
            }
            switch (attempt(handler, front)) {
                case THROUGH, THROUGH_AND_DELETED -> {}
                case PARKED -> {
                    return Walk.FAILED_AGAIN;
                }
                case WAITS -> {
                    return Walk.WAITS;
                }
            }
        }
        return Walk.WAITS;
    }

    private Turn attempt(EventHandler handler, Document<ParkedEvent> front) {
        String name = handler.name();
        Event event = front.value().event();
        return switch (delivery.attempt(handler, event, front.ref())) {
            case Outcome.Done(boolean deleted) -> {
                if (!deleted) {
                    parked.remove(front.id());
                }
                LOG.info("parked event {} of key {} is done by handler {}", event.id(), key, name);
                pauses.remove(name);
                yield Turn.THROUGH;
            }
            case Outcome.HeldBack() -> throw new IllegalStateException("the front of a line is held back by nothing");
            case Outcome.Failed failed -> {
                int failures = failed(name, event, failed);
                if (failures < pacing.attempts() || stopping.getAsBoolean()) {
                    yield Turn.WAITS;
                }
                parked.failedAgain(front, failures, failed);
                pauses.remove(name);
                yield Turn.PARKED;
            }
            case Outcome.StoreFault fault -> {
                faulted(name, event, fault);
                yield Turn.WAITS;
            }
        };
    }

    private Pause pauseAt(String handler, String eventId) {
        Pause pause = pauses.get(handler);
        return pause != null && pause.eventId().equals(eventId) ? pause : new Pause(eventId, 0, 0, 0);
    }

    /// @return how often it has failed in a row
    private int failed(String handler, Event event, Outcome.Failed failed) {
        Pause before = pauseAt(handler, event.id());
        int failures = before.failures() + 1;
        Duration delay = pacing.retry().after(failures);
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
        Duration delay = pacing.fault().after(faults);
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
