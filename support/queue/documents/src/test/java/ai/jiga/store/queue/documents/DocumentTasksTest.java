package ai.jiga.store.queue.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.documents.memory.MemoryDocuments;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.queue.Task;
import ai.jiga.store.queue.TaskHandler;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the contract cannot say: that this engine runs by its own timers.
final class DocumentTasksTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final InstantSource clock = InstantSource.system();
    private final MemoryDocuments documents = MemoryDocuments.open(Outbox.SCHEMA, DocumentJson.mapper(), clock);

    @AfterEach
    void close() {
        documents.close();
    }

    private DocumentTasks queue() {
        return new DocumentTasks(documents, clock, DocumentTaskOptions.defaults());
    }

    private static TaskHandler task(String kind, Consumer<Task> run) {
        return new TaskHandler() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public void run(Task task) {
                run.accept(task);
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void aTaskRunsByItselfWhenItIsDue() {
        var ran = new CountDownLatch(2);
        try (DocumentTasks queue = queue()) {
            queue.register(task("quick", _ -> ran.countDown()));
            queue.start();
            long before = System.nanoTime();
            documents.transact(tx -> {
                queue.schedule(tx, new Task("quick", "later", clock.instant().plusMillis(300), NullNode.instance));
                queue.schedule(tx, new Task("quick", "now", clock.instant(), NullNode.instance));
                return tx;
            });
            await(ran);
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isBetween(
                            Duration.ofMillis(290),
                            DocumentTaskOptions.defaults().poll());
        }
    }

    @Test
    void aTaskRescheduledWhileItRunsRunsAgainWithoutWaitingForAPoll() {
        var ran = new CountDownLatch(3);
        try (DocumentTasks queue = queue()) {
            queue.register(task("again", task -> {
                ran.countDown();
                if (ran.getCount() > 0) {
                    documents.transact(tx -> {
                        queue.schedule(tx, new Task("again", task.id(), clock.instant(), NullNode.instance));
                        return tx;
                    });
                }
            }));
            queue.start();
            long before = System.nanoTime();
            documents.transact(tx -> {
                queue.schedule(tx, new Task("again", "1", clock.instant(), NullNode.instance));
                return tx;
            });
            await(ran);
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isLessThan(DocumentTaskOptions.defaults().poll());
        }
    }

    @Test
    void registeringIsOverOnceStarted() {
        try (DocumentTasks queue = queue()) {
            queue.register(task("one", _ -> {}));
            assertThatThrownBy(() -> queue.register(task("one", _ -> {}))).isInstanceOf(IllegalArgumentException.class);
            queue.start();
            assertThatThrownBy(() -> queue.register(task("late", _ -> {}))).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(queue::start).isInstanceOf(IllegalStateException.class);
        }
    }
}
