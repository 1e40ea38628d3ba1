package ai.jiga.store.queue.cloudtasks;

import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Results;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.queue.Task;
import ai.jiga.store.queue.TaskHandler;
import ai.jiga.store.queue.TaskQueue;
import ai.jiga.store.queue.engine.Phase;
import ai.jiga.store.queue.engine.TaskDocuments;
import ai.jiga.store.queue.engine.TaskHandlers;
import ai.jiga.store.queue.engine.Timer;
import ai.jiga.store.queue.engine.Workers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has Cloud Tasks call this store when a task is due; [#calls] runs it then.
///
/// A task costs the document, one creation after its commit, and one call. Cancelling only deletes the document: the
/// vendor remembers the name of a task that was deleted, and would refuse it when the same is scheduled again.
public final class CloudTasks implements TaskQueue {
    private static final Logger LOG = LoggerFactory.getLogger(CloudTasks.class);

    /// A due task that nothing has touched for so long has lost its alarm: longer than the vendor's longest back-off.
    private static final Duration LOST = Duration.ofMinutes(6);

    private final InstantSource clock;
    private final CloudTaskOptions options;
    private final TaskDocuments documents;
    private final TaskHandlers handlers = new TaskHandlers();
    private final Workers workers = new Workers("cloud-task");
    private final Timer timer = new Timer();
    private final AlarmClock vendor;
    private final Alarms alarms;
    private final TaskCalls calls;

    private volatile Phase phase = Phase.NEW;

    /// @param clock says when tasks are due, and whether a call's token has expired
    public CloudTasks(DocumentStore store, InstantSource clock, CloudTaskOptions options) {
        this.clock = clock;
        this.options = options;
        this.documents = new TaskDocuments(store);
        this.vendor = new AlarmClock(options);
        this.alarms = new Alarms(vendor, workers, options);
        this.calls = new TaskCalls(
                new CallVerifier(options, clock),
                documents,
                handlers,
                task -> alarms.set(Alarm.of(task, clock.instant())),
                clock,
                options.fault(),
                () -> phase == Phase.RUNNING);
    }

    /// What the app's endpoint for the vendor's calls is to run.
    public TaskCalls calls() {
        return calls;
    }

    @Override
    public synchronized void register(TaskHandler handler) {
        phase.mustBeNew();
        handlers.add(handler);
    }

    /// Checks that the queue is there.
    @Override
    public synchronized void start() {
        phase.mustBeNew();
        vendor.check();
        phase = Phase.RUNNING;
        if (options.timers()) {
            workers.execute(this::sweep);
            timer.every(options.sweep(), () -> workers.execute(this::sweep));
        }
    }

    @Override
    public void schedule(Transaction tx, Task task) {
        TaskDocuments.write(tx, task);
        tx.afterCommit(() -> {
            if (phase != Phase.CLOSED) {
                alarms.setSoon(Alarm.of(task, clock.instant()));
            }
        });
    }

    @Override
    public void cancel(Transaction tx, String kind, String id) {
        TaskDocuments.delete(tx, kind, id);
    }

    /// Sets an alarm for tasks that are due and that nothing has touched for minutes: whoever scheduled them died
    /// before it had set one, or the vendor lost it. Of kinds that this process runs, because the call comes to it.
    void sweep() {
        try {
            Instant now = clock.instant();
            @Nullable Cursor from = null;
            do {
                Results<Task> page = documents.byDue(from);
                for (Document<Task> task : page.documents()) {
                    if (task.value().due().isAfter(now) || phase != Phase.RUNNING) {
                        return;
                    }
                    if (isLost(task, now) && handlers.runs(task.value().kind())) {
                        alarms.set(Alarm.again(task.value(), now, LOST));
                    }
                }
                from = page.next();
            } while (from != null);
        } catch (RuntimeException fault) {
            if (phase == Phase.RUNNING) {
                LOG.warn("the search for tasks without a call failed; the next sweep tries again", fault);
            }
        }
    }

    /// Whether alarms are being set or wait for it.
    boolean isSetting() {
        return alarms.waiting() > 0;
    }

    private static boolean isLost(Document<Task> task, Instant now) {
        Instant before = now.minus(LOST);
        return !task.value().due().isAfter(before) && !task.updatedAt().isAfter(before);
    }

    @Override
    public long overdueTasks() {
        return documents.overdue(clock.instant());
    }

    @Override
    public Optional<String> trouble() {
        return alarms.trouble();
    }

    @Override
    public void close() {
        synchronized (this) {
            if (phase == Phase.CLOSED) {
                return;
            }
            phase = Phase.CLOSED;
        }
        timer.close();
        workers.close(options.shutdown());
        vendor.close();
    }
}
