package ai.jiga.store.queue.pubsub;

import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.EventHandler;
import ai.jiga.store.queue.engine.Delivery;
import ai.jiga.store.queue.engine.Lane;
import ai.jiga.store.queue.engine.Outcome;
import ai.jiga.store.queue.engine.Pacing;
import ai.jiga.store.queue.engine.ParkedLines;
import ai.jiga.store.queue.engine.Retries;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the events of one key to one handler, in the order in which they came in.
///
/// A message is held, and the vendor's client extends its deadline, while the handler is tried again, after its own
/// failure and after the store's; so attempts are counted here and not by the vendor. It is acknowledged when the
/// handler has done its event or the event is parked. It is given back at closing only: what is on its way to this
/// process would overtake it.
final class HandlerLane implements Lane {
    private static final Logger LOG = LoggerFactory.getLogger(HandlerLane.class);

    private final EventHandler handler;
    private final String key;
    private final Delivery delivery;
    private final ParkedLines parked;
    private final Pacing pacing;
    private final Retries retries;
    private final Consumer<Event> arrived;
    private final BooleanSupplier stopping;

    private final Queue<Received> waiting = new ConcurrentLinkedQueue<>();
    private volatile boolean released;
    private int storeFaults;

    /// @param arrived told of each event that is done or parked
    HandlerLane(
            EventHandler handler,
            String key,
            Delivery delivery,
            ParkedLines parked,
            Pacing pacing,
            Consumer<Event> arrived,
            BooleanSupplier stopping) {
        this.handler = handler;
        this.key = key;
        this.delivery = delivery;
        this.parked = parked;
        this.pacing = pacing;
        this.retries = new Retries(key, delivery, parked, pacing, stopping);
        this.arrived = arrived;
        this.stopping = stopping;
    }

    void add(Received received) {
        waiting.add(received);
    }

    /// Lets the parked line go on.
    void release() {
        released = true;
    }

    @Override
    public @Nullable Duration pass() {
        try {
            if (released) {
                walk();
            }
            while (!stopping.getAsBoolean()) {
                Received next = waiting.peek();
                if (next == null || !turn(next)) {
                    break;
                }
            }
        } catch (RuntimeException | Error fault) {
            return afterFault(fault);
        }
        storeFaults = 0;
        return released || !waiting.isEmpty() ? retries.untilNext() : null;
    }

    /// The release is taken before the walk: what an operator releases during it is another matter, and gets a walk of
    /// its own.
    private void walk() {
        released = false;
        boolean goesOn = true;
        try {
            goesOn = retries.walk(handler) == Retries.Walk.WAITS;
        } finally {
            if (goesOn) {
                released = true;
            }
        }
    }

    /// @return whether the event is off the lane
    private boolean turn(Received received) {
        String name = handler.name();
        Event event = received.event();
        if (retries.pausesAt(name, event.id())) {
            return false;
        }
        if (!received.doubt().isEmpty()) {
            parked.park(name, event, 1, new Outcome.Failed(new IllegalStateException(received.doubt())));
        } else if (retries.attempt(name, event, () -> delivery.attemptInLine(handler, event)) == Retries.Turn.WAITS) {
            return false;
        }
        waiting.remove();
        received.done();
        arrived.accept(event);
        return true;
    }

    private @Nullable Duration afterFault(Throwable fault) {
        if (stopping.getAsBoolean()) {
            return null;
        }
        storeFaults++;
        Duration pause = pacing.fault().after(storeFaults);
        LOG.warn("the store failed under handler {} and key {}, trying again in {}", handler.name(), key, pause, fault);
        return pause;
    }

    /// In their order, which the vendor keeps.
    @Override
    public void abandoned() {
        for (Received next = waiting.poll(); next != null; next = waiting.poll()) {
            next.again();
        }
    }
}
