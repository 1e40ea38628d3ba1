package ai.jiga.store.queue.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.documents.memory.MemoryDocuments;
import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.EventData;
import ai.jiga.store.queue.IdempotentHandler;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.queue.RecordingHandler;
import ai.jiga.store.queue.engine.ParkedLines;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/// What the contracts cannot say: how this engine paces itself, what it logs, and that it runs by its own
/// timers.
final class LocalQueueTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String CHANGED = "agent.changed";

    private final ObjectMapper mapper = DocumentJson.mapper();
    private final InstantSource clock = InstantSource.system();
    private final MemoryDocuments documents = MemoryDocuments.open(Outbox.SCHEMA, mapper, clock);

    @AfterEach
    void close() {
        documents.close();
    }

    private record Changed(String key) implements EventData {
        @Override
        public String type() {
            return CHANGED;
        }
    }

    private static IdempotentHandler handler(String name, Consumer<Event> handle) {
        return new IdempotentHandler() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Set<String> types() {
                return Set.of(CHANGED);
            }

            @Override
            public void handle(Event event) {
                handle.accept(event);
            }
        };
    }

    private void change(LocalQueue queue, String key) {
        write(queue::wake, key);
    }

    private void write(Consumer<String> relay, String key) {
        var outbox = new Outbox(
                "test", mapper, clock, () -> UUID.randomUUID().toString(), relay, () -> "request-1", () -> null);
        var stamp = outbox.stamp();
        documents.transact(tx -> {
            outbox.append(tx, stamp, 1, new Changed(key));
            return key;
        });
    }

    private LocalQueue queue(LocalQueueOptions options) {
        return new LocalQueue(documents, clock, options);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void theSweepFindsWhatNobodyToldOf() {
        var handled = new CountDownLatch(1);
        var options =
                LocalQueueOptions.forTests().withSweep(Duration.ofSeconds(1)).withTimers(true);
        try (LocalQueue queue = queue(options)) {
            queue.register(handler("finder", _ -> handled.countDown()));
            queue.start();
            write(_ -> {}, "a");
            await(handled);
        }
    }

    @Test
    void whoRecordsGetsWhatCameTogetherAtOnce() {
        var batches = new CopyOnWriteArrayList<Integer>();
        try (LocalQueue queue = queue(LocalQueueOptions.forTests())) {
            queue.register(new RecordingHandler() {
                @Override
                public String name() {
                    return "recorder";
                }

                @Override
                public Set<String> types() {
                    return Set.of(CHANGED);
                }

                @Override
                public void handle(List<Event> events, Transaction tx) {
                    batches.add(events.size());
                }
            });
            queue.start();
            for (int i = 0; i < 20; i++) {
                write(_ -> {}, "key-" + i);
            }
            assertThat(queue.awaitIdle(SOON)).isTrue();
        }
        // What the first batch leaves is the second's; how much that is, is a matter of luck.
        assertThat(batches.stream().mapToInt(size -> size).sum()).isEqualTo(20);
        assertThat(batches).hasSizeLessThan(20);
    }

    @Test
    void noMoreLanesRunThanAllowed() {
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        var three = new CountDownLatch(3);
        var options = LocalQueueOptions.forTests().withLanes(3);
        try (LocalQueue queue = queue(options)) {
            queue.register(handler("counting", _ -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                three.countDown();
                await(three);
                running.decrementAndGet();
            }));
            queue.start();
            for (int i = 0; i < 30; i++) {
                change(queue, "key-" + i);
            }
            assertThat(queue.awaitIdle(SOON)).isTrue();
        }
        assertThat(most).hasValue(3);
    }

    @Test
    void closingWaitsForWhatRunsAndForNoLongerThanItsLimit() {
        var began = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        var options = LocalQueueOptions.forTests().withShutdown(Duration.ofMillis(100));
        LocalQueue queue = queue(options);
        queue.register(handler("stuck", _ -> {
            began.countDown();
            await(never);
        }));
        queue.start();
        change(queue, "a");
        await(began);
        queue.close();
        assertThat(queue.pendingEvents()).isEqualTo(1);
        assertThat(queue.parkedEvents())
                .as("an interrupted attempt is no failure")
                .isZero();
    }

    @Test
    void registeringIsOverOnceStarted() {
        try (LocalQueue queue = queue(LocalQueueOptions.forTests())) {
            queue.register(handler("one.handler-1", _ -> {}));
            assertThatThrownBy(() -> queue.register(handler("one.handler-1", _ -> {})))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> queue.register(handler("no/path", _ -> {})))
                    .isInstanceOf(IllegalArgumentException.class);
            queue.start();
            assertThatThrownBy(() -> queue.register(handler("late", _ -> {})))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(queue::start).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aHandlersLogLinesCarryTheRequestThatCausedTheEvent() {
        var seen = new ConcurrentLinkedQueue<@Nullable String>();
        try (LocalQueue queue = queue(LocalQueueOptions.forTests())) {
            queue.register(handler("seeing", _ -> seen.add(MDC.get("requestId"))));
            queue.start();
            change(queue, "a");
            assertThat(queue.awaitIdle(SOON)).isTrue();
        }
        assertThat(seen).containsExactly("request-1");
    }

    @Test
    void parkingTellsTheOperatorWhatAndWhereAndWhatToDo() {
        var warnings = new Warnings();
        Logger logger = Logger.getLogger(ParkedLines.class.getName());
        logger.addHandler(warnings);
        try (LocalQueue queue = queue(LocalQueueOptions.forTests())) {
            queue.register(handler("alerting", _ -> {
                throw new IllegalStateException("broken");
            }));
            queue.start();
            change(queue, "the-key");
            assertThat(queue.awaitIdle(SOON)).isTrue();
            String id = queue.list(1, null).values().getFirst().id();
            assertThat(warnings.lines)
                    .filteredOn(line -> line.contains("the-key"))
                    .singleElement()
                    .asString()
                    .contains("alerting", id, "/api/v1/admin/dead-letters", "retry", "drop");
        } finally {
            logger.removeHandler(warnings);
        }
    }

    private static final class Warnings extends Handler {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
                lines.add(new SimpleFormatter().formatMessage(line));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
