package ai.jiga.store.queue.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.queue.EventHandler;
import ai.jiga.store.queue.EventQueue;
import java.time.InstantSource;

/// What the contracts of events share: an engine under test.
public abstract class EventContract extends QueueContract {
    private static final long PAUSE_MILLIS = 10;

    /// A queue on the store that was opened last (or on a view of it); not started. Its attempts at an event follow
    /// each other within milliseconds, and it sweeps when it starts and when it is awaited.
    protected abstract EventQueue openQueue(DocumentStore store, InstantSource clock);

    /// Whether [EventQueue#awaitIdle] covers what an earlier run gave out of its hands and no handler has done yet.
    /// An engine with a vendor in between cannot know of it; it comes soon, though.
    protected boolean idleCoversEarlierRuns() {
        return true;
    }

    final EventQueue queue(DocumentStore store, EventHandler... handlers) {
        EventQueue queue = open(openQueue(store, clock));
        for (EventHandler handler : handlers) {
            queue.register(handler);
        }
        return queue;
    }

    final EventQueue started(DocumentStore store, EventHandler... handlers) {
        EventQueue queue = queue(store, handlers);
        queue.start();
        return queue;
    }

    static void idle(EventQueue queue) {
        assertThat(queue.awaitIdle(SOON)).as("comes to rest").isTrue();
    }

    /// Waits for the rest of what an earlier run began, then checks.
    final void idleAgain(EventQueue queue, Runnable check) {
        idle(queue);
        long deadline = System.nanoTime() + SOON.toNanos();
        while (!idleCoversEarlierRuns() && System.nanoTime() < deadline) {
            try {
                check.run();
                break;
            } catch (AssertionError notYet) {
                pause();
                idle(queue);
            }
        }
        check.run();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
