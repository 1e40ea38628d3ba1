package ai.jiga.store.queue.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.queue.EventQueue;
import ai.jiga.store.queue.Task;
import ai.jiga.store.queue.TaskHandler;
import com.fasterxml.jackson.databind.node.IntNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Tasks run when they are due, at least once, until they succeed; a task that was moved or cancelled is not run.
public abstract class TaskContract extends QueueContract {
    private static final String KIND = "hold-expiry";

    private final List<Task> ran = new CopyOnWriteArrayList<>();

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

    private void schedule(DocumentStore store, EventQueue queue, String id, Duration in) {
        var task = new Task(KIND, id, clock.instant().plus(in), IntNode.valueOf(7));
        store.transact(tx -> {
            queue.schedule(tx, task);
            return task;
        });
    }

    private List<String> ids() {
        return ran.stream().map(Task::id).toList();
    }

    private void advanceAndRun(EventQueue queue, Duration by) {
        clock.advance(by);
        queue.runDueTasks();
    }

    @Test
    void aTaskRunsWhenItIsDueAndNotBefore() {
        DocumentStore store = store();
        EventQueue queue = started(store, handler());
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
        EventQueue queue = started(store, handler());
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
        EventQueue queue = started(store, handler());
        for (int i = 0; i < 250; i++) {
            schedule(store, queue, "h" + i, Duration.ofSeconds(i % 10));
        }
        advanceAndRun(queue, Duration.ofSeconds(10));
        assertThat(ids()).hasSize(250).doesNotHaveDuplicates();
    }

    @Test
    void schedulingAgainMovesTheTask() {
        DocumentStore store = store();
        EventQueue queue = started(store, handler());
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
        EventQueue queue = started(store, handler());
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
        EventQueue queue = started(store, handler());
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
        EventQueue queue = started(store, handler(_ -> {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("not yet");
            }
        }));
        schedule(store, queue, "h1", Duration.ZERO);
        queue.runDueTasks();
        assertThat(ran).hasSize(1);
        queue.runDueTasks();
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
        EventQueue queue = queue(store);
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
        EventQueue queue = started(store, handler(_ -> {
            began.countDown();
            await(goOn);
        }));
        schedule(store, queue, "h1", Duration.ZERO);
        Thread runner = Thread.startVirtualThread(queue::runDueTasks);
        await(began);
        schedule(store, queue, "h1", Duration.ZERO);
        goOn.countDown();
        runner.join();
        queue.runDueTasks();
        queue.runDueTasks();
        assertThat(ids()).containsExactly("h1", "h1");
    }

    @Test
    void aTaskCancelledWhileItRunsIsNotBroughtBackByItsFailure() throws Exception {
        DocumentStore store = store();
        var began = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        EventQueue queue = started(store, handler(_ -> {
            began.countDown();
            await(goOn);
            throw new IllegalStateException("fails after all");
        }));
        schedule(store, queue, "h1", Duration.ZERO);
        Thread runner = Thread.startVirtualThread(queue::runDueTasks);
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
        EventQueue queue = started(store, handler(_ -> {
            most.accumulateAndGet(under.incrementAndGet(), Math::max);
            await(goOn);
            under.decrementAndGet();
        }));
        schedule(store, queue, "h1", Duration.ZERO);
        var runners = List.of(
                Thread.startVirtualThread(queue::runDueTasks),
                Thread.startVirtualThread(queue::runDueTasks),
                Thread.startVirtualThread(queue::runDueTasks));
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
        EventQueue without = started(store, new TaskHandler[0]);
        schedule(store, without, "h1", Duration.ZERO);
        without.runDueTasks();
        without.close();
        EventQueue queue = started(store, handler());
        advanceAndRun(queue, Duration.ofMinutes(5));
        assertThat(ids()).containsExactly("h1");
    }

    @Test
    void aTaskRunsAgainWhenItsEndWasNotRecorded() {
        DocumentStore store = store();
        var cut = new PowerCut(store, 0, false);
        EventQueue dying = started(cut, handler());
        schedule(store, dying, "h1", Duration.ZERO);
        dying.runDueTasks();
        assertThat(ids()).containsExactly("h1");
        dying.close();
        EventQueue queue = started(store, handler());
        queue.runDueTasks();
        queue.runDueTasks();
        assertThat(ids()).containsExactly("h1", "h1");
    }

    @Test
    void whatIsLongDueCountsAsOverdue() {
        DocumentStore store = store();
        EventQueue queue = started(store, handler());
        schedule(store, queue, "h1", Duration.ZERO);
        schedule(store, queue, "h2", Duration.ofHours(1));
        assertThat(queue.overdueTasks()).isZero();
        clock.advance(Duration.ofMinutes(2));
        assertThat(queue.overdueTasks()).isEqualTo(1);
        queue.runDueTasks();
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
