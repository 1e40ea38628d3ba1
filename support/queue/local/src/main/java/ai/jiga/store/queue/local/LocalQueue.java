package ai.jiga.store.queue.local;

import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Results;
import ai.jiga.store.queue.EventHandler;
import ai.jiga.store.queue.EventQueue;
import ai.jiga.store.queue.ParkedEvent;
import ai.jiga.store.queue.engine.Delivery;
import ai.jiga.store.queue.engine.EventHandlers;
import ai.jiga.store.queue.engine.Lanes;
import ai.jiga.store.queue.engine.OutboxEntries;
import ai.jiga.store.queue.engine.ParkedEvents;
import ai.jiga.store.queue.engine.ParkedLines;
import ai.jiga.store.queue.engine.ParkedLines.Line;
import ai.jiga.store.queue.engine.Phase;
import ai.jiga.store.queue.engine.Quiet;
import ai.jiga.store.queue.engine.Sweep;
import ai.jiga.store.queue.engine.Timer;
import ai.jiga.store.queue.engine.Workers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Carries events within this process, out of the documents of one store. The store's schema must hold
/// [Outbox#SCHEMA].
///
/// Events that are documents' alone share transactions, many to one; any other costs a transaction for each
/// transactional handler, the last of which takes the outbox entry along. A quiet queue costs one small query every few
/// seconds.
public final class LocalQueue implements EventQueue {
    private final InstantSource clock;
    private final LocalQueueOptions options;
    private final EventHandlers handlers = new EventHandlers();
    private final Workers workers = new Workers("queue");
    private final Timer timer = new Timer();
    private final Quiet quiet = new Quiet();
    private final OutboxEntries outbox;
    private final ParkedLines parked;
    private final ParkedEvents operator;

    /// Which lines are parked, so that a delivery need not ask the store.
    private final Set<Line> openLines = ConcurrentHashMap.newKeySet();

    private final Lanes<KeyLane> lanes;
    private final Batches batches;
    private final Sweep sweep;

    private volatile Phase phase = Phase.NEW;

    /// Whether all that lay in the outbox at the start has been found. A part of it may be done, with a proof, by an
    /// earlier run: until then, and for as long as its lane lives, a key's events are brought one by one.
    private volatile boolean swept;

    /// @param clock says what in the outbox is old
    public LocalQueue(DocumentStore store, InstantSource clock, LocalQueueOptions options) {
        this.clock = clock;
        this.options = options;
        this.outbox = new OutboxEntries(store);
        this.parked = new ParkedLines(store, clock);
        this.operator = new ParkedEvents(parked, this::release);
        var delivery = new Delivery(store, clock);
        this.lanes = new Lanes<>(
                key -> new KeyLane(key, store, handlers, delivery, parked, openLines, options.pacing(), this::stopped),
                workers,
                timer,
                options.lanes(),
                this::stopped,
                quiet::changed);
        this.batches = new Batches(store, handlers, openLines, lanes, workers, this::stopped, quiet::changed);
        this.sweep = new Sweep(store, this::take, () -> lanes.size() + batches.size(), quiet, this::stopped);
    }

    private boolean runs() {
        return phase == Phase.RUNNING;
    }

    private boolean stopped() {
        return phase != Phase.RUNNING;
    }

    private void release(Line line) {
        batches.alone(line.key(), () -> lanes.wake(line.key(), lane -> lane.release(line.handler())));
    }

    @Override
    public synchronized void register(EventHandler handler) {
        phase.mustBeNew();
        handlers.add(handler);
    }

    @Override
    public synchronized void start() {
        phase.mustBeNew();
        Map<Line, ParkedEvent> fronts = parked.fronts();
        openLines.addAll(fronts.keySet());
        phase = Phase.RUNNING;
        fronts.forEach((line, front) -> {
            if (front.attempts() == 0) {
                release(line);
            }
        });
        if (options.timers()) {
            workers.execute(this::sweepAll);
            timer.every(options.sweep(), this::sweepOld);
        } else {
            sweepAll();
        }
    }

    private void sweepAll() {
        if (sweep.run(null)) {
            swept = true;
        }
    }

    private void sweepOld() {
        workers.execute(() -> {
            if (swept) {
                sweep.run(clock.instant().minus(options.sweep()));
            } else {
                sweepAll();
            }
        });
    }

    private void take(String key) {
        if (swept) {
            batches.offer(key);
        } else {
            // The last key to be found may be in a batch by now.
            batches.alone(key, () -> lanes.wake(key));
        }
    }

    @Override
    public void wake(String key) {
        take(key);
    }

    @Override
    public boolean awaitIdle(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            while (runs()) {
                Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
                if (!quiet.await(() -> atRest() || stopped(), left)) {
                    return false;
                }
                // What no wake-up told of counts too.
                if (outbox.isEmpty() && atRest()) {
                    return runs();
                }
                sweepAll();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private boolean atRest() {
        return batches.isIdle() && lanes.isIdle() && !sweep.running();
    }

    @Override
    public Results<ParkedEvent> list(int limit, @Nullable Cursor startAfter) {
        return operator.list(limit, startAfter);
    }

    @Override
    public boolean retry(String id) {
        return operator.retry(id);
    }

    @Override
    public boolean drop(String id) {
        return operator.drop(id);
    }

    @Override
    public long pendingEvents() {
        return outbox.count();
    }

    @Override
    public long parkedEvents() {
        return parked.count();
    }

    /// What this engine needs is the store, which answers for itself.
    @Override
    public Optional<String> trouble() {
        return Optional.empty();
    }

    @Override
    public void close() {
        synchronized (this) {
            phase = Phase.CLOSED;
        }
        timer.close();
        quiet.changed();
        workers.close(options.shutdown());
    }
}
