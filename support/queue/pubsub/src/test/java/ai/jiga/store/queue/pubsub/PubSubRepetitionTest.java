package ai.jiga.store.queue.pubsub;

import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.documents.memory.MemoryDocuments;
import ai.jiga.store.queue.EventQueue;
import ai.jiga.store.queue.testkit.RepetitionContract;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

final class PubSubRepetitionTest extends RepetitionContract {
    private final List<TestProject> projects = new ArrayList<>();

    @Override
    protected DocumentStore openStore(Schema schema, ObjectMapper mapper, InstantSource clock) {
        projects.add(new TestProject());
        return MemoryDocuments.open(schema, mapper, clock).rehearsing();
    }

    @Override
    protected EventQueue openQueue(DocumentStore store, InstantSource clock) {
        return projects.getLast().queue(store, clock);
    }

    @Override
    protected boolean idleCoversEarlierRuns() {
        return false;
    }

    @AfterEach
    void closeProjects() {
        projects.forEach(TestProject::close);
    }
}
