package ai.jiga.store.queue.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Results;
import ai.jiga.store.queue.EventQueue;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.queue.ParkedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A poison event parks its key for its handler alone, until an operator retries or drops it.
public abstract class ParkingContract extends EventContract {
    private static final String CHANGED = "agent.changed";

    private void write(DocumentStore store, EventQueue queue, String key, int times) {
        var outbox = new Outbox("test", mapper, clock, this::nextId, queue::wake, () -> null, () -> null);
        var writer = new Writer(store, outbox);
        for (int i = 0; i < times; i++) {
            writer.touch(CHANGED, key);
        }
        idle(queue);
    }

    private static ParkedEvent parkedAt(EventQueue queue, long sequence) {
        return queue.list(100, null).values().stream()
                .filter(parked -> parked.sequence() == sequence)
                .findFirst()
                .orElseThrow();
    }

    private static List<Long> parked(EventQueue queue) {
        return queue.list(100, null).values().stream()
                .map(ParkedEvent::sequence)
                .sorted()
                .toList();
    }

    @Test
    void poisonParksItsKeyForItsHandlerAlone() {
        DocumentStore store = store();
        var failing = new Recorder("failing", CHANGED).failingAt("a", 2);
        var other = new Recorder("other", CHANGED);
        EventQueue queue = started(store, failing, other);
        write(store, queue, "a", 4);
        write(store, queue, "b", 2);
        assertThat(failing.done(store, "a")).containsExactly(1L);
        assertThat(failing.done(store, "b")).containsExactly(1L, 2L);
        assertThat(other.done(store, "a")).containsExactly(1L, 2L, 3L, 4L);
        assertThat(queue.pendingEvents()).isZero();
        assertThat(queue.parkedEvents()).isEqualTo(3);
    }

    @Test
    void whatIsParkedSaysWhyAndWhatItIs() {
        DocumentStore store = store();
        EventQueue queue = started(store, new Recorder("failing", CHANGED).failingAt("a", 1));
        write(store, queue, "a", 2);
        ParkedEvent poison = parkedAt(queue, 1);
        assertThat(poison.handler()).isEqualTo("failing");
        assertThat(poison.key()).isEqualTo("a");
        assertThat(poison.attempts()).isGreaterThan(1);
        assertThat(poison.error()).contains("told to fail");
        assertThat(poison.parkedAt()).isEqualTo(clock.instant());
        assertThat(poison.event().type()).isEqualTo(CHANGED);
        assertThat(parkedAt(queue, 2).attempts()).as("held back only").isZero();
    }

    @Test
    void retryRunsWhatFailedAndThenWhatItHeldBack() {
        DocumentStore store = store();
        var failing = new Recorder("failing", CHANGED).failingAt("a", 2);
        EventQueue queue = started(store, failing);
        write(store, queue, "a", 4);
        failing.heal();
        assertThat(queue.retry(parkedAt(queue, 2).id())).isTrue();
        idle(queue);
        assertThat(failing.done(store, "a")).containsExactly(1L, 2L, 3L, 4L);
        assertThat(parked(queue)).isEmpty();
        write(store, queue, "a", 1);
        assertThat(failing.done(store, "a")).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void retryingAHeldBackEventBeginsWithTheOldest() {
        DocumentStore store = store();
        var failing = new Recorder("failing", CHANGED).failingAt("a", 1);
        EventQueue queue = started(store, failing);
        write(store, queue, "a", 3);
        assertThat(queue.retry(parkedAt(queue, 3).id())).isTrue();
        idle(queue);
        assertThat(failing.done(store, "a")).isEmpty();
        failing.heal();
        assertThat(queue.retry(parkedAt(queue, 3).id())).isTrue();
        idle(queue);
        assertThat(failing.done(store, "a")).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aRetryThatFailsStaysParkedAndCounts() {
        DocumentStore store = store();
        var failing = new Recorder("failing", CHANGED).failingAt("a", 1);
        EventQueue queue = started(store, failing);
        write(store, queue, "a", 2);
        int attempts = parkedAt(queue, 1).attempts();
        assertThat(queue.retry(parkedAt(queue, 1).id())).isTrue();
        idle(queue);
        assertThat(parked(queue)).containsExactly(1L, 2L);
        assertThat(parkedAt(queue, 1).attempts()).isGreaterThan(attempts);
        write(store, queue, "a", 1);
        assertThat(parked(queue)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aSecondPoisonInTheLineHoldsBackTheRest() {
        DocumentStore store = store();
        var failing = new Recorder("failing", CHANGED).failingAt("a", 1);
        EventQueue queue = started(store, failing);
        write(store, queue, "a", 4);
        failing.heal();
        failing.failingAt("a", 3);
        assertThat(queue.retry(parkedAt(queue, 1).id())).isTrue();
        idle(queue);
        assertThat(failing.done(store, "a")).containsExactly(1L, 2L);
        assertThat(parked(queue)).containsExactly(3L, 4L);
    }

    @Test
    void dropGivesUpTheEventAndLetsTheRestGoOn() {
        DocumentStore store = store();
        var failing = new Recorder("failing", CHANGED).failingAt("a", 2);
        EventQueue queue = started(store, failing);
        write(store, queue, "a", 4);
        assertThat(queue.drop(parkedAt(queue, 2).id())).isTrue();
        idle(queue);
        assertThat(failing.done(store, "a")).containsExactly(1L, 3L, 4L);
        assertThat(parked(queue)).isEmpty();
    }

    @Test
    void whatIsDroppedDuringItsLastAttemptLetsTheRestGoOn() {
        DocumentStore store = store();
        EventQueue queue = queue(store);
        var attemptsLeft = new AtomicInteger();
        var failing = new Calls(
                "failing",
                event -> {
                    if (event.metadata().sequence() == 1) {
                        if (attemptsLeft.decrementAndGet() == 0) {
                            queue.drop(parkedAt(queue, 1).id());
                        }
                        throw new IllegalStateException("told to fail");
                    }
                },
                CHANGED);
        queue.register(failing);
        queue.start();
        write(store, queue, "a", 3);
        ParkedEvent poison = parkedAt(queue, 1);
        attemptsLeft.set(poison.attempts());
        assertThat(queue.retry(poison.id())).isTrue();
        idle(queue);
        assertThat(failing.of("a")).endsWith(2L, 3L);
        assertThat(parked(queue)).isEmpty();
    }

    @Test
    void droppingAHeldBackEventFreesNothing() {
        DocumentStore store = store();
        var failing = new Recorder("failing", CHANGED).failingAt("a", 1);
        EventQueue queue = started(store, failing);
        write(store, queue, "a", 3);
        assertThat(queue.drop(parkedAt(queue, 2).id())).isTrue();
        idle(queue);
        assertThat(parked(queue)).containsExactly(1L, 3L);
        assertThat(failing.done(store, "a")).isEmpty();
    }

    @Test
    void whatIsNotParkedCanBeNeitherRetriedNorDropped() {
        EventQueue queue = started(store(), new Recorder("recorder", CHANGED));
        assertThat(queue.retry("nothing")).isFalse();
        assertThat(queue.drop("nothing")).isFalse();
    }

    @Test
    void whatIsParkedStaysParkedOverARestart() {
        DocumentStore store = store();
        var failing = new Recorder("failing", CHANGED).failingAt("a", 1);
        EventQueue queue = started(store, failing);
        write(store, queue, "a", 2);
        queue.close();

        failing.heal();
        EventQueue next = started(store, failing);
        write(store, next, "a", 1);
        assertThat(failing.done(store, "a")).isEmpty();
        assertThat(parked(next)).containsExactly(1L, 2L, 3L);
        assertThat(next.retry(parkedAt(next, 1).id())).isTrue();
        idle(next);
        assertThat(failing.done(store, "a")).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aLineWhoseFrontIsGoneGoesOnAfterARestart() {
        DocumentStore store = store();
        var failing = new Recorder("failing", CHANGED).failingAt("a", 1);
        EventQueue queue = started(store, failing);
        write(store, queue, "a", 3);
        String poison = parkedAt(queue, 1).id();
        queue.close();
        // As a drop leaves it whose process died at once.
        store.transact(tx -> {
            tx.delete(Outbox.PARKED.id(poison));
            return poison;
        });
        EventQueue next = started(store, failing);
        idle(next);
        assertThat(failing.done(store, "a")).containsExactly(2L, 3L);
        assertThat(parked(next)).isEmpty();
    }

    @Test
    void theParkedArePagedOldestFirst() {
        DocumentStore store = store();
        var failing = new Recorder("failing", CHANGED)
                .failingAt("a", 1)
                .failingAt("b", 1)
                .failingAt("c", 1);
        EventQueue queue = started(store, failing);
        for (String key : List.of("b", "c", "a")) {
            write(store, queue, key, 1);
            clock.advance(Duration.ofSeconds(1));
        }
        var keys = new ArrayList<String>();
        @Nullable Cursor next = null;
        do {
            Results<ParkedEvent> page = queue.list(1, next);
            page.values().forEach(parked -> keys.add(parked.key()));
            next = page.next();
        } while (next != null);
        assertThat(keys).containsExactly("b", "c", "a");
    }
}
