package ai.jiga.store.queue.testkit;

import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.queue.Outbox;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;

/// What the contracts share: a store, a clock that is set by hand, and clearing up.
abstract class QueueContract {
    /// Longer than anything takes that works.
    static final Duration SOON = Duration.ofSeconds(60);

    final SettableClock clock = new SettableClock();
    final ObjectMapper mapper = DocumentJson.mapper();
    private final AtomicLong ids = new AtomicLong();
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    /// An empty store; better one that runs each transaction's body twice.
    protected abstract DocumentStore openStore(Schema schema, ObjectMapper mapper, InstantSource clock);

    final DocumentStore store() {
        return open(openStore(Outbox.SCHEMA.and(Recorded.SCHEMA), mapper, clock));
    }

    /// To be closed when the test ends, before what was opened earlier.
    final <C extends AutoCloseable> C open(C closeable) {
        opened.push(closeable);
        return closeable;
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
