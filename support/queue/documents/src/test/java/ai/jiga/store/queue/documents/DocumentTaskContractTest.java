package ai.jiga.store.queue.documents;

import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.documents.memory.MemoryDocuments;
import ai.jiga.store.queue.testkit.TaskContract;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.InstantSource;

final class DocumentTaskContractTest extends TaskContract {
    @Override
    protected DocumentStore openStore(Schema schema, ObjectMapper mapper, InstantSource clock) {
        return MemoryDocuments.open(schema, mapper, clock).rehearsing();
    }

    @Override
    protected TasksUnderTest openTasks(DocumentStore store, InstantSource clock) {
        var tasks = new DocumentTasks(store, clock, DocumentTaskOptions.forTests());
        return new TasksUnderTest(tasks, tasks::runDueTasks);
    }
}
