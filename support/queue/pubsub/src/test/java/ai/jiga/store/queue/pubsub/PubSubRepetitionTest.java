package ai.jiga.store.queue.pubsub;

import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.queue.EventQueue;
import ai.jiga.store.queue.testkit.RepetitionContract;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;

final class PubSubRepetitionTest extends RepetitionContract {
    private final TestProjects projects = new TestProjects();

    @Override
    protected DocumentStore openStore(Schema schema, ObjectMapper mapper, InstantSource clock) {
        return projects.openStore(schema, mapper, clock);
    }

    @Override
    protected EventQueue openQueue(DocumentStore store, InstantSource clock) {
        return projects.openQueue(store, clock);
    }

    @Override
    protected boolean idleCoversEarlierRuns() {
        return false;
    }

    @AfterEach
    void closeProjects() {
        projects.close();
    }
}
