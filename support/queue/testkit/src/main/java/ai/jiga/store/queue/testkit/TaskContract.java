package ai.jiga.store.queue.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.queue.Task;
import ai.jiga.store.queue.TaskHandler;
import ai.jiga.store.queue.TaskQueue;
import com.fasterxml.jackson.databind.node.IntNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Tasks run when they are due, at least once, until they succeed; a task that was moved or cancelled is not run.
public abstract class TaskContract extends QueueContract {
    private static final String KIND = "hold-expiry";

    /// Longer than any back-off.
    private static final Duration A_WHILE = Duration.ofMinutes(5);

    private final List<Task> ran = new CopyOnWriteArrayList<>();

    /// A queue on the store that was not started, and how a test has it run what is due.
    ///
    /// @param runDue has the tasks run that are due by the clock, in the order they are due, and waits until they
    ///     ended
    public record TasksUnderTest(TaskQueue queue, Runnable runDue) {}

    /// A queue that runs nothing by itself.
    protected abstract TasksUnderTest openTasks(DocumentStore store, InstantSource clock);

    private final Map<TaskQueue, Runnable> runs = new IdentityHashMap<>();

    private TaskQueue queue(DocumentStore store, TaskHandler... handlers) {
        TasksUnderTest tasks = openTasks(store, clock);
        open(tasks.queue());
        runs.put(tasks.queue(), tasks.runDue());
        for (TaskHandler handler : handlers) {
            tasks.queue().register(handler);
        }
        return tasks.queue();
    }

    private TaskQueue started(DocumentStore store, TaskHandler... handlers) {
        TaskQueue queue = queue(store, handlers);
        queue.start();
        return queue;
    }

    private void runDue(TaskQueue queue) {
        Objects.requireNonNull(runs.get(queue)).run();
    }

    private TaskHandler handler(Consumer<Task> then) {
        return new TaskHandler() {
            @Override
            public String kind() {
                return KIND;
            }

            @Override
            public void run(Task task) {
                ran.add(task);
                then.accept(task);
            }
        };
    }

    private TaskHandler handler() {
        return handler(_ -> {});
    }

    private void schedule(DocumentStore store, TaskQueue queue, String id, Duration in) {
        var task = new Task(KIND, id, clock.instant().plus(in), IntNode.valueOf(7));
        store.transact(tx -> {
            queue.schedule(tx, task);
            return task;
        });
    }

    private List<String> ids() {
        return ran.stream().map(Task::id).toList();
    }

    private void advanceAndRun(TaskQueue queue, Duration by) {
        clock.advance(by);
        runDue(queue);
    }

    @Test
    void aTaskRunsWhenItIsDueAndNotBefore() {
        DocumentStore store = store();
        TaskQueue queue = started(store, handler());
        schedule(store, queue, "h1", Duration.ofMinutes(5));
        advanceAndRun(queue, Duration.ofMinutes(4));
        assertThat(ran).isEmpty();
        advanceAndRun(queue, Duration.ofMinutes(1));
        assertThat(ran).singleElement().satisfies(task -> {
            assertThat(task.payload()).isEqualTo(IntNode.valueOf(7));
            assertThat(task.attempts()).isZero();
        });
        advanceAndRun(queue, Duration.ofHours(1));
        assertThat(ran).hasSize(1);
    }

    @Test
    void whatIsDueFirstRunsFirst() {
        DocumentStore store = store();
        TaskQueue queue = started(store, handler());
        schedule(store, queue, "third", Duration.ofMinutes(3));
        schedule(store, queue, "first", Duration.ofMinutes(1));
        schedule(store, queue, "second", Duration.ofMinutes(2));
        advanceAndRun(queue, Duration.ofSeconds(60));
        advanceAndRun(queue, Duration.ofSeconds(60));
        advanceAndRun(queue, Duration.ofSeconds(60));
        assertThat(ids()).containsExactly("first", "second", "third");
    }

    @Test
    void manyDueTasksAllRun() {
        DocumentStore store = store();
        TaskQueue queue = started(store, handler());
        for (int i = 0; i < 250; i++) {
            schedule(store, queue, "h" + i, Duration.ofSeconds(i % 10));
        }
        advanceAndRun(queue, Duration.ofSeconds(10));
        assertThat(ids()).hasSize(250).doesNotHaveDuplicates();
    }

    @Test
    void schedulingAgainMovesTheTask() {
        DocumentStore store = store();
        TaskQueue queue = started(store, handler());
        schedule(store, queue, "h1", Duration.ofMinutes(1));
        schedule(store, queue, "h1", Duration.ofMinutes(10));
        advanceAndRun(queue, Duration.ofMinutes(5));
        assertThat(ran).isEmpty();
        advanceAndRun(queue, Duration.ofMinutes(5));
        assertThat(ids()).containsExactly("h1");
    }

    @Test
    void aCancelledTaskDoesNotRun() {
        DocumentStore store = store();
        TaskQueue queue = started(store, handler());
        schedule(store, queue, "h1", Duration.ofMinutes(1));
        schedule(store, queue, "h2", Duration.ofMinutes(1));
        store.transact(tx -> {
            queue.cancel(tx, KIND, "h1");
            queue.cancel(tx, KIND, "never-scheduled");
            return KIND;
        });
        advanceAndRun(queue, Duration.ofMinutes(2));
        assertThat(ids()).containsExactly("h2");
    }

    @Test
    void aTaskOfATransactionThatFailedDoesNotExist() {
        DocumentStore store = store();
        TaskQueue queue = started(store, handler());
        var task = new Task(KIND, "h1", clock.instant(), IntNode.valueOf(7));
        assertThatThrownBy(() -> store.transact(tx -> {
                    queue.schedule(tx, task);
                    throw new IllegalStateException("changed its mind");
                }))
                .hasMessage("changed its mind");
        advanceAndRun(queue, Duration.ofMinutes(1));
        assertThat(ran).isEmpty();
    }

    @Test
    void aFailedTaskIsTriedAgainLaterAndLaterUntilItSucceeds() {
        DocumentStore store = store();
        var failures = new AtomicInteger(12);
        TaskQueue queue = started(store, handler(_ -> {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("not yet");
            }
        }));
        schedule(store, queue, "h1", Duration.ZERO);
        runDue(queue);
        assertThat(ran).hasSize(1);
        runDue(queue);
        assertThat(ran).as("not at once").hasSize(1);
        for (int i = 0; i < 12; i++) {
            advanceAndRun(queue, Duration.ofMinutes(5));
        }
        assertThat(ran).extracting(Task::attempts).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        advanceAndRun(queue, Duration.ofHours(1));
        assertThat(ran).hasSize(13);
    }

    @Test
    void aTaskRescheduledByItsOwnRunStays() {
        DocumentStore store = store();
        TaskQueue queue = queue(store);
        queue.register(handler(task -> {
            if (ran.size() < 3) {
                schedule(store, queue, task.id(), Duration.ofMinutes(1));
            }
        }));
        queue.start();
        schedule(store, queue, "h1", Duration.ZERO);
        for (int i = 0; i < 5; i++) {
            advanceAndRun(queue, Duration.ofMinutes(1));
        }
        assertThat(ran).hasSize(3);
    }

    @Test
    void aTaskRescheduledByOthersWhileItRunsRunsAgain() throws Exception {
        DocumentStore store = store();
        var began = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        TaskQueue queue = started(store, handler(_ -> {
            began.countDown();
            await(goOn);
        }));
        schedule(store, queue, "h1", Duration.ZERO);
        Thread runner = Thread.startVirtualThread(() -> runDue(queue));
        await(began);
        schedule(store, queue, "h1", Duration.ZERO);
        goOn.countDown();
        runner.join();
        advanceAndRun(queue, A_WHILE);
        advanceAndRun(queue, A_WHILE);
        assertThat(ids()).containsExactly("h1", "h1");
    }

    @Test
    void aTaskCancelledWhileItRunsIsNotBroughtBackByItsFailure() throws Exception {
        DocumentStore store = store();
        var began = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        TaskQueue queue = started(store, handler(_ -> {
            began.countDown();
            await(goOn);
            throw new IllegalStateException("fails after all");
        }));
        schedule(store, queue, "h1", Duration.ZERO);
        Thread runner = Thread.startVirtualThread(() -> runDue(queue));
        await(began);
        store.transact(tx -> {
            queue.cancel(tx, KIND, "h1");
            return KIND;
        });
        goOn.countDown();
        runner.join();
        advanceAndRun(queue, Duration.ofHours(1));
        assertThat(ids()).containsExactly("h1");
    }

    @Test
    void runsOfOneTaskNeverOverlap() throws Exception {
        DocumentStore store = store();
        var under = new AtomicInteger();
        var most = new AtomicInteger();
        var goOn = new CountDownLatch(1);
        TaskQueue queue = started(store, handler(_ -> {
            most.accumulateAndGet(under.incrementAndGet(), Math::max);
            await(goOn);
            under.decrementAndGet();
        }));
        schedule(store, queue, "h1", Duration.ZERO);
        var runners = List.of(
                Thread.startVirtualThread(() -> runDue(queue)),
                Thread.startVirtualThread(() -> runDue(queue)),
                Thread.startVirtualThread(() -> runDue(queue)));
        goOn.countDown();
        for (Thread runner : runners) {
            runner.join();
        }
        assertThat(most).hasValue(1);
        assertThat(ids()).containsExactly("h1");
    }

    @Test
    void aTaskNobodyRunsStays() {
        DocumentStore store = store();
        TaskQueue without = started(store);
        schedule(store, without, "h1", Duration.ZERO);
        runDue(without);
        without.close();
        TaskQueue queue = started(store, handler());
        advanceAndRun(queue, Duration.ofMinutes(5));
        assertThat(ids()).containsExactly("h1");
    }

    @Test
    void aTaskRunsAgainWhenItsEndWasNotRecorded() {
        DocumentStore store = store();
        var cut = new PowerCut(store, 0, false);
        TaskQueue dying = started(cut, handler());
        schedule(store, dying, "h1", Duration.ZERO);
        runDue(dying);
        assertThat(ids()).containsExactly("h1");
        dying.close();
        TaskQueue queue = started(store, handler());
        advanceAndRun(queue, A_WHILE);
        advanceAndRun(queue, A_WHILE);
        assertThat(ids()).containsExactly("h1", "h1");
    }

    @Test
    void whatIsLongDueCountsAsOverdue() {
        DocumentStore store = store();
        TaskQueue queue = started(store, handler());
        schedule(store, queue, "h1", Duration.ZERO);
        schedule(store, queue, "h2", Duration.ofHours(1));
        assertThat(queue.overdueTasks()).isZero();
        clock.advance(Duration.ofMinutes(2));
        assertThat(queue.overdueTasks()).isEqualTo(1);
        runDue(queue);
        assertThat(queue.overdueTasks()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(SOON.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("waited too long");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
