package ai.jiga.store.queue.documents;

import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Results;
import ai.jiga.store.queue.Task;
import ai.jiga.store.queue.engine.TaskDocuments;
import ai.jiga.store.queue.engine.TaskHandlers;
import ai.jiga.store.queue.engine.Timer;
import ai.jiga.store.queue.engine.Workers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Searches the documents for tasks that are due, and runs them.
final class TaskRunner {
    private static final Logger LOG = LoggerFactory.getLogger(TaskRunner.class);
    private static final int FINISHING_ATTEMPTS = 5;

    private final TaskDocuments tasks;
    private final TaskHandlers handlers;
    private final InstantSource clock;
    private final DocumentTaskOptions options;
    private final Workers workers;
    private final Timer timer;
    private final BooleanSupplier running;

    private final Semaphore permits;

    /// The tasks under way, by document id; complete when the run has ended.
    private final ConcurrentMap<String, CompletableFuture<?>> runs = new ConcurrentHashMap<>();

    /// Polls asked for: the first one starts a poll, which answers all that come while it goes on.
    private final AtomicInteger polls = new AtomicInteger();

    private final Object timing = new Object();
    private @Nullable Instant nextAt;
    private @Nullable Future<?> next;

    TaskRunner(
            TaskDocuments tasks,
            TaskHandlers handlers,
            InstantSource clock,
            DocumentTaskOptions options,
            Workers workers,
            Timer timer,
            BooleanSupplier running) {
        this.tasks = tasks;
        this.handlers = handlers;
        this.clock = clock;
        this.options = options;
        this.workers = workers;
        this.timer = timer;
        this.running = running;
        this.permits = new Semaphore(options.lanes(), true);
    }

    /// Polls when the task is due, if that is before the regular poll that would see it.
    void pollAt(Instant due) {
        Duration delay = Duration.between(clock.instant(), due);
        if (!options.timers() || !running.getAsBoolean() || delay.compareTo(options.poll()) >= 0) {
            return;
        }
        synchronized (timing) {
            if (nextAt != null && !due.isBefore(nextAt)) {
                return;
            }
            if (next != null) {
                next.cancel(false);
            }
            nextAt = due;
            next = timer.after(delay.isNegative() ? Duration.ZERO : delay, () -> {
                synchronized (timing) {
                    if (due.equals(nextAt)) {
                        nextAt = null;
                        next = null;
                    }
                }
                poll();
            });
        }
    }

    /// Runs what is due without waiting for its end.
    void poll() {
        if (polls.getAndIncrement() == 0 && !workers.execute(this::answerPolls)) {
            polls.set(0);
        }
    }

    private void answerPolls() {
        int asked = polls.get();
        do {
            try {
                launchDue();
            } catch (RuntimeException | Error fault) {
                if (running.getAsBoolean()) {
                    LOG.warn("the store failed under the search for due tasks; the next poll tries again", fault);
                }
            }
            asked = polls.addAndGet(-asked);
        } while (asked > 0 && running.getAsBoolean());
    }

    int runDue() {
        List<CompletableFuture<?>> launched = launchDue();
        CompletableFuture.allOf(launched.toArray(CompletableFuture[]::new)).join();
        return launched.size();
    }

    /// @return the runs of all tasks that are due now, those already under way among them
    private List<CompletableFuture<?>> launchDue() {
        Instant now = clock.instant();
        var launched = new ArrayList<CompletableFuture<?>>();
        @Nullable Cursor from = null;
        do {
            Results<Task> page = tasks.byDue(from);
            for (Document<Task> task : page.documents()) {
                if (task.value().due().isAfter(now)) {
                    pollAt(task.value().due());
                    return launched;
                }
                if (!running.getAsBoolean()) {
                    return launched;
                }
                launched.add(launch(task.ref()));
            }
            from = page.next();
        } while (from != null);
        return launched;
    }

    private CompletableFuture<?> launch(Ref<Task> ref) {
        var run = new CompletableFuture<@Nullable Void>();
        CompletableFuture<?> other = runs.putIfAbsent(ref.id(), run);
        if (other != null) {
            return other;
        }
        try {
            permits.acquire();
            if (!workers.execute(() -> runOnce(ref, run))) {
                permits.release();
                ended(ref, run);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            ended(ref, run);
        }
        return run;
    }

    private void ended(Ref<Task> ref, CompletableFuture<?> run) {
        runs.remove(ref.id());
        run.complete(null);
    }

    private void runOnce(Ref<Task> ref, CompletableFuture<?> run) {
        @Nullable Instant again = null;
        try {
            again = run(ref);
        } catch (RuntimeException | Error fault) {
            LOG.warn("the store failed under task {}: the next poll tries again", ref.id(), fault);
        } finally {
            permits.release();
            ended(ref, run);
        }
        // Only now: a poll that still saw this run would pass over the task.
        if (again != null) {
            pollAt(again);
        }
    }

    /// @return when the task is due again, if it is
    private @Nullable Instant run(Ref<Task> ref) {
        // Read again: what the poll saw may have run, moved or gone since.
        Document<Task> task = tasks.get(ref).orElse(null);
        if (task == null || !running.getAsBoolean()) {
            return null;
        }
        if (task.value().due().isAfter(clock.instant())) {
            return task.value().due();
        }
        try {
            handlers.of(task.value().kind()).run(task.value());
        } catch (Throwable failure) {
            return running.getAsBoolean() ? failed(task, failure) : null;
        }
        return finish(task, null);
    }

    private @Nullable Instant failed(Document<Task> task, Throwable failure) {
        Task was = task.value();
        int attempts = was.attempts() + 1;
        Instant due = clock.instant().plus(options.retry().after(attempts));
        LOG.warn("task {} failed, attempt {}, next at {}", task.id(), attempts, due, failure);
        return finish(task, new Task(was.kind(), was.id(), due, was.payload(), attempts));
    }

    /// @param then what becomes of the task, or null when it is done
    /// @return when the task is due again, if it is
    private @Nullable Instant finish(Document<Task> ran, @Nullable Task then) {
        for (int attempt = 1; ; attempt++) {
            try {
                Optional<Task> left = tasks.finish(ran, then);
                return left.map(Task::due).orElse(null);
            } catch (RuntimeException fault) {
                if (attempt == FINISHING_ATTEMPTS || !running.getAsBoolean()) {
                    LOG.warn("the store failed at the end of task {}: it will run again", ran.id(), fault);
                    return null;
                }
                if (!paused(options.fault().after(attempt))) {
                    return null;
                }
            }
        }
    }

    private static boolean paused(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
