package ai.jiga.store.queue.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.documents.ContentionException;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.EventQueue;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.queue.ParkedEvent;
import ai.jiga.store.queue.TransactionalHandler;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Events arrive at every handler that wants them: in order for each key, taking effect once, whatever dies
/// or fails.
public abstract class EventDeliveryContract extends EventContract {
    private static final String CHANGED = "agent.changed";
    private static final String ECHOED = "agent.echoed";

    private Writer writer(DocumentStore store, EventQueue queue) {
        return writer(store, queue::wake);
    }

    private Writer writer(DocumentStore store, Consumer<String> relay) {
        return new Writer(
                store, new Outbox("test", mapper, clock, this::nextId, relay, () -> "request-1", () -> "trace-1"));
    }

    private static void nobody(String key) {}

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static List<ParkedEvent> parked(EventQueue queue) {
        return queue.list(100, null).values();
    }

    @Test
    void eventsOfAKeyArriveInOrderWhileManyWrite() throws Exception {
        DocumentStore store = store();
        var first = new Recorder("first", CHANGED);
        var second = new Recorder("second", CHANGED);
        EventQueue queue = started(store, first, second);
        Writer writer = writer(store, queue);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> writers = IntStream.range(0, 6)
                    .mapToObj(n -> (Callable<Void>) () -> {
                        for (int i = 0; i < 20; i++) {
                            writer.touch(CHANGED, "key-" + n % 3);
                        }
                        return null;
                    })
                    .toList();
            for (var done : threads.invokeAll(writers)) {
                done.get();
            }
        }
        idle(queue);
        for (String key : List.of("key-0", "key-1", "key-2")) {
            assertThat(first.done(store, key)).isEqualTo(upTo(40));
            assertThat(second.done(store, key)).isEqualTo(upTo(40));
        }
        assertThat(queue.pendingEvents()).isZero();
    }

    @Test
    void theEventsOfOneCommitArriveInTheirOrder() {
        DocumentStore store = store();
        var recorder = new Recorder("recorder", CHANGED);
        var calls = new Calls("calls", _ -> {}, ECHOED);
        EventQueue queue = started(store, recorder, calls);
        Writer writer = writer(store, queue);
        writer.touchThrice(CHANGED, "a");
        writer.touchThrice(ECHOED, "b");
        writer.touchThrice(CHANGED, "a");
        idleAgain(queue, () -> assertThat(recorder.done(store, "a")).isEqualTo(upTo(6)));
        assertThat(calls.of("b")).isEqualTo(upTo(3));
        assertThat(queue.pendingEvents()).isZero();
    }

    @Test
    void anEventOfACommitThatFailsForeverHoldsBackWhatFollowsInThatCommit() {
        DocumentStore store = store();
        var healthy = new Recorder("healthy", CHANGED);
        var sick = new Recorder("sick", CHANGED).failingAt("a", 2);
        EventQueue queue = started(store, healthy, sick);
        writer(store, queue).touchThrice(CHANGED, "a");
        idle(queue);
        assertThat(healthy.done(store, "a")).isEqualTo(upTo(3));
        assertThat(sick.done(store, "a")).containsExactly(1L);
        assertThat(parked(queue)).extracting(ParkedEvent::sequence).containsExactlyInAnyOrder(2L, 3L);
        assertThat(queue.pendingEvents()).isZero();
    }

    @Test
    void aHandlerIsBroughtOnlyWhatItWants() {
        DocumentStore store = store();
        var recorder = new Recorder("recorder", CHANGED)
                .wanting(event -> event.metadata().sequence() % 2 == 0);
        EventQueue queue = started(store, recorder);
        Writer writer = writer(store, queue);
        for (int i = 0; i < 4; i++) {
            writer.touch(CHANGED, "a");
        }
        idleAgain(queue, () -> assertThat(recorder.done(store, "a")).containsExactly(2L, 4L));
        assertThat(queue.pendingEvents()).isZero();
    }

    @Test
    void ofWhatManyEventsChangeInOneDocumentNoChangeIsLost() {
        DocumentStore store = store();
        var first = new Recorder("first", CHANGED).inOneDocument();
        var second = new Recorder("second", CHANGED).inOneDocument();
        EventQueue queue = started(store, first, second);
        Writer writer = writer(store, queue);
        IntStream.range(0, 60).parallel().forEach(n -> writer.touch(CHANGED, "key-" + n));
        idleAgain(queue, () -> assertThat(first.done(store, "all")).hasSize(60));
        assertThat(second.done(store, "all")).hasSize(60);
    }

    @Test
    void wakingAKeyOftenDeliversOnce() {
        DocumentStore store = store();
        var calls = new Calls("calls", _ -> {}, CHANGED);
        EventQueue queue = started(store, calls);
        Writer writer = writer(store, key -> IntStream.range(0, 50).parallel().forEach(_ -> queue.wake(key)));
        for (int i = 0; i < 10; i++) {
            writer.touch(CHANGED, "a");
        }
        idle(queue);
        assertThat(calls.of("a")).isEqualTo(upTo(10));
    }

    @Test
    void whatWasWrittenBeforeTheStartIsDelivered() {
        DocumentStore store = store();
        var recorder = new Recorder("recorder", CHANGED);
        EventQueue queue = queue(store);
        Writer writer = writer(store, queue);
        writer.touch(CHANGED, "a");
        queue.register(recorder);
        queue.start();
        idle(queue);
        assertThat(recorder.done(store, "a")).containsExactly(1L);
    }

    @Test
    void eventsNobodyToldOfAreFound() {
        DocumentStore store = store();
        var recorder = new Recorder("recorder", CHANGED);
        EventQueue queue = started(store, recorder);
        writer(store, EventDeliveryContract::nobody).touch(CHANGED, "a");
        idle(queue);
        assertThat(recorder.done(store, "a")).containsExactly(1L);
    }

    @Test
    void anEventNobodyWantsLeavesTheOutbox() {
        DocumentStore store = store();
        EventQueue queue = started(store, new Recorder("recorder", ECHOED));
        writer(store, queue).touch(CHANGED, "a");
        idle(queue);
        assertThat(queue.pendingEvents()).isZero();
    }

    @Test
    void anEventOfATransactionThatFailedIsNeverSeen() {
        DocumentStore store = store();
        var recorder = new Recorder("recorder", CHANGED);
        EventQueue queue = started(store, recorder);
        Writer writer = writer(store, queue);
        EventStamp stamp = writer.stamp();
        assertThatThrownBy(() -> store.transact(tx -> {
                    writer.touch(tx, stamp, CHANGED, "a");
                    throw new IllegalStateException("changed its mind");
                }))
                .hasMessage("changed its mind");
        idle(queue);
        assertThat(recorder.done(store, "a")).isEmpty();
    }

    @Test
    void theEnvelopeTravelsWhole() {
        DocumentStore store = store();
        var calls = new Calls("calls", _ -> {}, CHANGED);
        EventQueue queue = started(store, calls);
        writer(store, queue).touch(CHANGED, "a");
        idle(queue);
        Event event = calls.all().getFirst();
        assertThat(event.type()).isEqualTo(CHANGED);
        assertThat(event.timestamp()).isEqualTo(clock.instant());
        assertThat(event.data().get("key").asText()).isEqualTo("a");
        assertThat(event.metadata()).isEqualTo(new Event.Metadata("1.0", "test", "a", 1, "request-1", "trace-1"));
    }

    @Test
    void aFailureThatPassesIsTriedAgainAndNotParked() {
        DocumentStore store = store();
        var failures = new AtomicInteger(2);
        var calls = new Calls("calls", failingWhile(failures), CHANGED);
        EventQueue queue = started(store, calls);
        Writer writer = writer(store, queue);
        writer.touch(CHANGED, "a");
        writer.touch(CHANGED, "a");
        idle(queue);
        assertThat(calls.of("a")).containsExactly(1L, 1L, 1L, 2L);
        assertThat(parked(queue)).isEmpty();
    }

    private static Consumer<Event> failingWhile(AtomicInteger failures) {
        return _ -> {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("not yet");
            }
        };
    }

    @Test
    void contentionNeverParks() {
        DocumentStore store = store();
        var races = new AtomicInteger(20);
        var calls = new Calls(
                "calls",
                _ -> {
                    if (races.getAndDecrement() > 0) {
                        throw new ContentionException("lost the race");
                    }
                },
                CHANGED);
        EventQueue queue = started(store, calls);
        writer(store, queue).touch(CHANGED, "a");
        idle(queue);
        assertThat(calls.of("a")).hasSize(21);
        assertThat(parked(queue)).isEmpty();
    }

    @Test
    void whoHasDoneAnEventIsNotCalledAgainWhileAnotherRetries() {
        DocumentStore store = store();
        var failures = new AtomicInteger(3);
        var failing = new Calls("failing", failingWhile(failures), CHANGED);
        var calls = new Calls("calls", _ -> {}, CHANGED);
        EventQueue queue = started(store, failing, calls);
        writer(store, queue).touch(CHANGED, "a");
        idle(queue);
        assertThat(failing.of("a")).hasSize(4);
        assertThat(calls.of("a")).containsExactly(1L);
    }

    @Test
    void aSlowHandlerHoldsBackNoOtherKey() throws Exception {
        DocumentStore store = store();
        var release = new CountDownLatch(1);
        var others = new CountDownLatch(20);
        var calls = new Calls(
                "calls",
                event -> {
                    if (event.metadata().key().equals("slow")) {
                        await(release);
                    } else {
                        others.countDown();
                    }
                },
                CHANGED);
        EventQueue queue = started(store, calls);
        Writer writer = writer(store, queue);
        writer.touch(CHANGED, "slow");
        for (int i = 0; i < 20; i++) {
            writer.touch(CHANGED, "quick-" + i);
        }
        assertThat(others.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(queue.awaitIdle(Duration.ZERO)).isFalse();
        release.countDown();
        idle(queue);
        assertThat(calls.of("slow")).containsExactly(1L);
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

    @Test
    void aHandlerMayWriteEventsItself() {
        DocumentStore store = store();
        var echoed = new Recorder("echoed", ECHOED);
        EventQueue queue = queue(store, echoed);
        Writer writer = writer(store, queue);
        queue.register(new TransactionalHandler() {
            @Override
            public String name() {
                return "echo";
            }

            @Override
            public Set<String> types() {
                return Set.of(CHANGED);
            }

            @Override
            public void handle(Event event, Transaction tx) {
                writer.touch(tx, writer.stamp(), ECHOED, event.metadata().key() + "-echo");
            }
        });
        queue.start();
        for (int i = 0; i < 5; i++) {
            writer.touch(CHANGED, "a");
        }
        idle(queue);
        assertThat(echoed.done(store, "a-echo")).isEqualTo(upTo(5));
        assertThat(queue.pendingEvents()).isZero();
    }

    @Test
    void aHandlerThatReadsAfterItWroteIsParkedWithoutEffect() {
        DocumentStore store = store();
        EventQueue queue = queue(store);
        queue.register(new TransactionalHandler() {
            @Override
            public String name() {
                return "careless";
            }

            @Override
            public Set<String> types() {
                return Set.of(CHANGED);
            }

            @Override
            public void handle(Event event, Transaction tx) {
                tx.set(Recorded.effect(name(), "a"), new Recorded(List.of(1L)));
                var _ = tx.get(Recorded.effect(name(), "a"));
            }
        });
        queue.start();
        writer(store, queue).touch(CHANGED, "a");
        idle(queue);
        assertThat(parked(queue))
                .singleElement()
                .satisfies(parked -> assertThat(parked.error()).contains("IllegalTransactionException"));
        assertThat(Recorded.read(store, Recorded.effect("careless", "a"))).isEmpty();
    }

    @Test
    void closingLosesNothing() throws Exception {
        DocumentStore store = store();
        var started = new CountDownLatch(1);
        var calls = new Calls("slow", _ -> started.countDown(), CHANGED);
        var recorder = new Recorder("recorder", CHANGED);
        EventQueue queue = started(store, calls, recorder);
        Writer writer = writer(store, queue);
        for (int i = 0; i < 50; i++) {
            writer.touch(CHANGED, "key-" + i % 5);
        }
        assertThat(started.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        queue.close();
        EventQueue next = started(store, new Calls("slow", _ -> {}, CHANGED), recorder);
        idleAgain(next, () -> {
            for (int i = 0; i < 5; i++) {
                assertThat(recorder.done(store, "key-" + i)).isEqualTo(upTo(10));
            }
        });
    }

    @Test
    void aCrashAtAnyTransactionLosesNothingAndDoesNothingTwice() {
        for (boolean answersLost : List.of(false, true)) {
            boolean crashed = true;
            for (int transactions = 0; crashed; transactions++) {
                crashed = crashAfter(transactions, answersLost);
            }
        }
    }

    /// @return false when the work ended before the crash
    private boolean crashAfter(int transactions, boolean answersLost) {
        DocumentStore store = store();
        Writer writer = writer(store, EventDeliveryContract::nobody);
        for (int i = 0; i < 3; i++) {
            writer.touch(CHANGED, "a");
            writer.touch(CHANGED, "b");
        }
        var first = new Recorder("first", CHANGED);
        var second = new Recorder("second", CHANGED).failingAt("a", 2);
        var calls = new Calls("calls", _ -> {}, CHANGED);

        var cut = new PowerCut(store, transactions, answersLost);
        EventQueue dying = started(cut, first, calls, second);
        while (!cut.happened()) {
            if (cameToRest(dying)) {
                break;
            }
        }
        dying.close();

        EventQueue queue = started(store, first, calls, second);
        String when = "after " + transactions + " transactions";
        idleAgain(queue, () -> {
            assertThat(first.done(store, "a")).as(when).isEqualTo(upTo(3));
            assertThat(first.done(store, "b")).as(when).isEqualTo(upTo(3));
            assertThat(second.done(store, "a")).as(when).containsExactly(1L);
            assertThat(second.done(store, "b")).as(when).isEqualTo(upTo(3));
            assertThat(calls.of("a")).as(when).contains(1L, 2L, 3L);
            assertThat(parked(queue)).as(when).extracting(ParkedEvent::sequence).containsExactlyInAnyOrder(2L, 3L);
            assertThat(queue.pendingEvents()).as(when).isZero();
        });

        second.heal();
        assertThat(queue.retry(parkedAt(queue, 2).id())).isTrue();
        idle(queue);
        assertThat(second.done(store, "a")).as(when).isEqualTo(upTo(3));
        return cut.happened();
    }

    private static boolean cameToRest(EventQueue queue) {
        try {
            return queue.awaitIdle(Duration.ofMillis(20));
        } catch (IllegalStateException powerIsOut) {
            return false;
        }
    }

    private static ParkedEvent parkedAt(EventQueue queue, long sequence) {
        return parked(queue).stream()
                .filter(parked -> parked.sequence() == sequence)
                .findFirst()
                .orElseThrow();
    }
}
