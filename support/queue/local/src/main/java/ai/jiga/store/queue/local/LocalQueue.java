package ai.jiga.store.queue.local;

import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Results;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.queue.EventHandler;
import ai.jiga.store.queue.EventQueue;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.queue.ParkedEvent;
import ai.jiga.store.queue.Task;
import ai.jiga.store.queue.TaskHandler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries events and tasks within this process, out of the documents of one store. The store's schema must hold
/// [Outbox#SCHEMA].
///
/// An event costs a transaction for each transactional handler, the last of which takes the outbox entry along; a
/// quiet queue costs two small queries every few seconds.
public final class LocalQueue implements EventQueue {
    private static final Logger LOG = LoggerFactory.getLogger(LocalQueue.class);
    private static final int MOST_COUNTED = 100_000;
    private static final Duration OVERDUE = Duration.ofMinutes(1);
    private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(1);

    private final DocumentStore store;
    private final InstantSource clock;
    private final LocalQueueOptions options;
    private final EventHandlers handlers = new EventHandlers();
    private final ExecutorService threads;
    private final Timer timer = new Timer();
    private final Quiet quiet = new Quiet();
    private final ParkedLines parked;
    private final Lanes lanes;
    private final Sweep sweep;
    private final TaskRunner tasks;

    private volatile Phase phase = Phase.NEW;

    private enum Phase {
        NEW,
        RUNNING,
        CLOSED
    }

    /// @param clock says when tasks are due and what in the outbox is old
    public LocalQueue(DocumentStore store, InstantSource clock, LocalQueueOptions options) {
        this.store = store;
        this.clock = clock;
        this.options = options;
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("queue-", 0).factory());
        this.parked = new ParkedLines(store, clock);
        var delivery = new Delivery(store, clock);
        this.lanes = new Lanes(
                key -> new KeyLane(key, store, handlers, delivery, parked, options, this::stopped),
                threads,
                timer,
                options.lanes(),
                this::stopped,
                quiet::changed);
        this.sweep = new Sweep(store, lanes, quiet, this::stopped);
        this.tasks = new TaskRunner(store, clock, options, threads, timer, this::runs);
    }

    private boolean runs() {
        return phase == Phase.RUNNING;
    }

    private boolean stopped() {
        return phase != Phase.RUNNING;
    }

    @Override
    public synchronized void register(EventHandler handler) {
        mustBeNew();
        handlers.add(handler);
    }

    @Override
    public synchronized void register(TaskHandler handler) {
        mustBeNew();
        tasks.register(handler);
    }

    private void mustBeNew() {
        if (phase != Phase.NEW) {
            throw new IllegalStateException("the queue is " + phase + ": too late to register or start");
        }
    }

    @Override
    public synchronized void start() {
        mustBeNew();
        var heldForNothing = parked.load();
        phase = Phase.RUNNING;
        heldForNothing.forEach(lanes::release);
        if (options.timers()) {
            threads.execute(() -> sweep.run(null));
            timer.every(options.sweep(), this::sweepOld);
            tasks.poll();
            timer.every(options.taskPoll(), tasks::poll);
        } else {
            sweep.run(null);
        }
    }

    private void sweepOld() {
        try {
            threads.execute(() -> sweep.run(clock.instant().minus(options.sweep())));
        } catch (RejectedExecutionException closing) {
            LOG.debug("no sweep while closing", closing);
        }
    }

    @Override
    public void wake(String key) {
        lanes.wake(key);
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
                if (outboxIsEmpty() && atRest()) {
                    return runs();
                }
                sweep.run(null);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private boolean atRest() {
        return lanes.size() == 0 && !sweep.running();
    }

    private boolean outboxIsEmpty() {
        return store.query(Outbox.ENTRIES.query().ascending("createdAt").limit(1))
                .documents()
                .isEmpty();
    }

    @Override
    public void schedule(Transaction tx, Task task) {
        tasks.schedule(tx, task);
    }

    @Override
    public void cancel(Transaction tx, String kind, String id) {
        tasks.cancel(tx, kind, id);
    }

    @Override
    public int runDueTasks() {
        return tasks.runDue();
    }

    @Override
    public Results<ParkedEvent> list(int limit, @Nullable Cursor startAfter) {
        return parked.list(limit, startAfter);
    }

    /// Returns at once. The line is tried from its front, the oldest event, whichever of its events is named; each
    /// gets as many attempts as a new one.
    @Override
    public boolean retry(String id) {
        ParkedEvent event = parked.get(id).orElse(null);
        if (event == null) {
            return false;
        }
        lanes.release(new ParkedLines.Line(event.handler(), event.key()));
        return true;
    }

    /// Returns at once. What stood behind the front of its line goes on; an event from further back only goes.
    @Override
    public boolean drop(String id) {
        ParkedEvent event = parked.get(id).orElse(null);
        if (event == null) {
            return false;
        }
        var line = new ParkedLines.Line(event.handler(), event.key());
        boolean wasFront =
                parked.front(line).map(Document::id).filter(id::equals).isPresent();
        boolean dropped = parked.remove(id).isPresent();
        if (dropped) {
            LOG.info(
                    "parked event {} of key {} is dropped for handler {}",
                    event.event().id(),
                    line.key(),
                    line.handler());
        }
        if (wasFront) {
            lanes.release(line);
        }
        return dropped;
    }

    @Override
    public long pendingEvents() {
        return store.count(Outbox.ENTRIES.query().ascending("createdAt").limit(MOST_COUNTED));
    }

    @Override
    public long parkedEvents() {
        return store.count(Outbox.PARKED.query().ascending("parkedAt").limit(MOST_COUNTED));
    }

    @Override
    public long overdueTasks() {
        return store.count(Outbox.TASKS
                .query()
                .where("due")
                .lessThan(clock.instant().minus(OVERDUE))
                .ascending("due")
                .limit(MOST_COUNTED));
    }

    @Override
    public void close() {
        synchronized (this) {
            phase = Phase.CLOSED;
        }
        timer.close();
        quiet.changed();
        threads.shutdown();
        if (!ended(options.shutdown())) {
            LOG.warn("handlers still run {} after closing began: they are interrupted", options.shutdown());
            threads.shutdownNow();
            ended(AFTER_INTERRUPT);
        }
    }

    private boolean ended(Duration limit) {
        try {
            return threads.awaitTermination(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
