package ai.jiga.store.queue.testkit;

import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.queue.EventHandler;
import ai.jiga.store.queue.EventQueue;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.queue.TaskHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;

/// What the contracts share: an engine under test, a clock that is set by hand, and clearing up.
public abstract class QueueContract {
    /// Longer than anything takes that works.
    static final Duration SOON = Duration.ofSeconds(20);

    final SettableClock clock = new SettableClock();
    final ObjectMapper mapper = DocumentJson.mapper();
    private final AtomicLong ids = new AtomicLong();
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    /// An empty store; better one that runs each transaction's body twice.
    protected abstract DocumentStore openStore(Schema schema, ObjectMapper mapper, InstantSource clock);

    /// A queue on the store that was not started: its attempts at an event follow each other within milliseconds, and
    /// it
    /// runs tasks when it is told to.
    protected abstract EventQueue openQueue(DocumentStore store, InstantSource clock);

    final DocumentStore store() {
        DocumentStore store = openStore(Outbox.SCHEMA.and(Recorded.SCHEMA), mapper, clock);
        opened.push(store);
        return store;
    }

    final EventQueue queue(DocumentStore store, EventHandler... handlers) {
        EventQueue queue = openQueue(store, clock);
        opened.push(queue);
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

    final EventQueue started(DocumentStore store, TaskHandler... handlers) {
        EventQueue queue = queue(store);
        for (TaskHandler handler : handlers) {
            queue.register(handler);
        }
        queue.start();
        return queue;
    }

    /// Ids that rise like those of UUIDv7.
    final String nextId() {
        return "id-%06d".formatted(ids.incrementAndGet());
    }

    @AfterEach
    final void closeAll() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }
}
