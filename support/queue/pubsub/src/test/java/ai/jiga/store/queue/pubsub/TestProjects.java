package ai.jiga.store.queue.pubsub;

import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.documents.memory.MemoryDocuments;
import ai.jiga.store.queue.EventQueue;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// What a contract's test needs of this engine: a project for each store, the latest of which its queues are on.
final class TestProjects implements AutoCloseable {
    private final List<TestProject> projects = new ArrayList<>();

    DocumentStore openStore(Schema schema, ObjectMapper mapper, InstantSource clock) {
        projects.add(new TestProject());
        return MemoryDocuments.open(schema, mapper, clock).rehearsing();
    }

    EventQueue openQueue(DocumentStore store, InstantSource clock) {
        return projects.getLast().queue(store, clock);
    }

    @Override
    public void close() {
        projects.forEach(TestProject::close);
    }
}
