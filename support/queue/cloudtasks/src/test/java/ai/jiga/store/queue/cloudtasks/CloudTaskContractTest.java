package ai.jiga.store.queue.cloudtasks;

import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.documents.memory.MemoryDocuments;
import ai.jiga.store.queue.testkit.TaskContract;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;

final class CloudTaskContractTest extends TaskContract {
    private final CalledStore called = new CalledStore();

    @Override
    protected DocumentStore openStore(Schema schema, ObjectMapper mapper, InstantSource clock) {
        return MemoryDocuments.open(schema, mapper, clock).rehearsing();
    }

    @Override
    protected TasksUnderTest openTasks(DocumentStore store, InstantSource clock) {
        CloudTasks tasks = called.open(store, clock);
        return new TasksUnderTest(tasks, () -> called.runDue(tasks, clock));
    }

    @AfterEach
    void closeServers() {
        called.close();
    }
}
