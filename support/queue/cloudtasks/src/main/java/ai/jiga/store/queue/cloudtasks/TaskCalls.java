package ai.jiga.store.queue.cloudtasks;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.queue.Task;
import ai.jiga.store.queue.engine.BackOff;
import ai.jiga.store.queue.engine.TaskDocuments;
import ai.jiga.store.queue.engine.TaskHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the app's endpoint `POST /tasks/{kind}/{id}` does. It reads nothing of the body, and answers with the
/// outcome's status; it blocks until the task has run, so it belongs on a virtual thread.
///
/// A call is no more than a reason to look: what runs is the task in the documents, if it is there and due. So a call
/// too many, an old one, or one that was made up by somebody with the right token does nothing.
public final class TaskCalls {
    private static final Logger LOG = LoggerFactory.getLogger(TaskCalls.class);
    private static final int FINISHING_ATTEMPTS = 5;

    /// The vendor's clock and ours differ, so a task that is due within a minute is called again rather than
    /// given up.
    private static final Duration SOON = Duration.ofMinutes(1);

    private final CallVerifier verifier;
    private final TaskDocuments documents;
    private final TaskHandlers handlers;
    private final Consumer<Task> setAlarm;
    private final InstantSource clock;
    private final BackOff fault;
    private final BooleanSupplier running;

    /// The tasks under way, by document id.
    private final Set<String> runs = ConcurrentHashMap.newKeySet();

    TaskCalls(
            CallVerifier verifier,
            TaskDocuments documents,
            TaskHandlers handlers,
            Consumer<Task> setAlarm,
            InstantSource clock,
            BackOff fault,
            BooleanSupplier running) {
        this.verifier = verifier;
        this.documents = documents;
        this.handlers = handlers;
        this.setAlarm = setAlarm;
        this.clock = clock;
        this.fault = fault;
        this.running = running;
    }

    /// @param kind the path's first part, decoded
    /// @param id the path's second part, decoded
    /// @param authorization the `Authorization` header, null when there is none
    public CallOutcome handle(String kind, String id, @Nullable String authorization) {
        if (!running.getAsBoolean()) {
            return new CallOutcome.NotNow();
        }
        try {
            Optional<String> refusal = verifier.refusal(authorization);
            if (refusal.isPresent()) {
                LOG.warn("a call for a task is refused: {}", refusal.get());
                return new CallOutcome.Refused();
            }
            return verified(TaskDocuments.ref(kind, id));
        } catch (IllegalArgumentException noId) {
            LOG.warn("a call is for no possible task", noId);
            return new CallOutcome.Settled();
        } catch (RuntimeException fault) {
            LOG.warn("a call for task {}:{} could not be looked into: it comes again", kind, id, fault);
            return new CallOutcome.NotNow();
        }
    }

    private CallOutcome verified(Ref<Task> ref) {
        if (!runs.add(ref.id())) {
            return new CallOutcome.NotNow();
        }
        try {
            Document<Task> task = documents.get(ref).orElse(null);
            return task == null ? new CallOutcome.Settled() : due(task);
        } finally {
            runs.remove(ref.id());
        }
    }

    private CallOutcome due(Document<Task> task) {
        Instant now = clock.instant();
        Instant due = task.value().due();
        if (!due.isAfter(now)) {
            return run(task);
        }
        if (!due.isAfter(now.plus(SOON))) {
            return new CallOutcome.NotNow();
        }
        // It was moved, or lies beyond the horizon: its own alarm may be set already, and is set once all the same.
        setAlarm.accept(task.value());
        return new CallOutcome.Settled();
    }

    @SuppressWarnings("CatchingUnchecked") // whatever a handler throws, the vendor must hear of it
    private CallOutcome run(Document<Task> task) {
        try {
            handlers.of(task.value().kind()).run(task.value());
        } catch (Throwable failure) {
            return running.getAsBoolean() ? failed(task, failure) : new CallOutcome.NotNow();
        }
        return finish(task, null);
    }

    private CallOutcome failed(Document<Task> task, Throwable failure) {
        Task was = task.value();
        int attempts = was.attempts() + 1;
        LOG.warn("task {} failed, attempt {}; it is called again", task.id(), attempts, failure);
        CallOutcome counted = finish(task, new Task(was.kind(), was.id(), was.due(), was.payload(), attempts));
        return counted instanceof CallOutcome.Settled ? counted : new CallOutcome.Failed();
    }

    /// @param then what becomes of the task, or null when it is done
    private CallOutcome finish(Document<Task> ran, @Nullable Task then) {
        for (int attempt = 1; ; attempt++) {
            try {
                Task left = documents.finish(ran, then).orElse(null);
                // Scheduled again for the same time: its alarm has the name of the one that brought this call.
                boolean again = left != null && !left.due().isAfter(clock.instant());
                return again ? new CallOutcome.NotNow() : new CallOutcome.Settled();
            } catch (RuntimeException away) {
                if (attempt == FINISHING_ATTEMPTS || !running.getAsBoolean()) {
                    LOG.warn("the store failed at the end of task {}: it will run again", ran.id(), away);
                    return new CallOutcome.NotNow();
                }
                if (!paused(fault.after(attempt))) {
                    return new CallOutcome.NotNow();
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
