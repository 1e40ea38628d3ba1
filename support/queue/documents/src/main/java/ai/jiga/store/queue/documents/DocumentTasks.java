package ai.jiga.store.queue.documents;

import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.queue.Task;
import ai.jiga.store.queue.TaskHandler;
import ai.jiga.store.queue.TaskQueue;
import ai.jiga.store.queue.engine.Phase;
import ai.jiga.store.queue.engine.TaskDocuments;
import ai.jiga.store.queue.engine.TaskHandlers;
import ai.jiga.store.queue.engine.Timer;
import ai.jiga.store.queue.engine.Workers;
import java.time.InstantSource;
import java.util.Optional;

/// Runs tasks in this process, out of the documents of one store. A quiet queue costs one small query every
/// few seconds.
public final class DocumentTasks implements TaskQueue {
    private final InstantSource clock;
    private final DocumentTaskOptions options;
    private final TaskDocuments documents;
    private final TaskHandlers handlers = new TaskHandlers();
    private final Workers workers = new Workers("task");
    private final Timer timer = new Timer();
    private final TaskRunner runner;

    private volatile Phase phase = Phase.NEW;

    /// @param clock says when tasks are due
    public DocumentTasks(DocumentStore store, InstantSource clock, DocumentTaskOptions options) {
        this.clock = clock;
        this.options = options;
        this.documents = new TaskDocuments(store);
        this.runner = new TaskRunner(documents, handlers, clock, options, workers, timer, () -> phase == Phase.RUNNING);
    }

    @Override
    public synchronized void register(TaskHandler handler) {
        phase.mustBeNew();
        handlers.add(handler);
    }

    @Override
    public synchronized void start() {
        phase.mustBeNew();
        phase = Phase.RUNNING;
        if (options.timers()) {
            runner.poll();
            timer.every(options.poll(), runner::poll);
        }
    }

    @Override
    public void schedule(Transaction tx, Task task) {
        TaskDocuments.write(tx, task);
        tx.afterCommit(() -> runner.pollAt(task.due()));
    }

    @Override
    public void cancel(Transaction tx, String kind, String id) {
        TaskDocuments.delete(tx, kind, id);
    }

    /// Runs the tasks that are due by the queue's clock, in the order they are due, and waits until they ended.
    ///
    /// @return how many were due
    public int runDueTasks() {
        return runner.runDue();
    }

    @Override
    public long overdueTasks() {
        return documents.overdue(clock.instant());
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
        workers.close(options.shutdown());
    }
}
