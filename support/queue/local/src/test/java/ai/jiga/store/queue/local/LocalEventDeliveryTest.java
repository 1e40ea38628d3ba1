package ai.jiga.store.queue.local;

import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.documents.memory.MemoryDocuments;
import ai.jiga.store.queue.EventQueue;
import ai.jiga.store.queue.testkit.EventDeliveryContract;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.InstantSource;

final class LocalEventDeliveryTest extends EventDeliveryContract {
    @Override
    protected DocumentStore openStore(Schema schema, ObjectMapper mapper, InstantSource clock) {
        return MemoryDocuments.open(schema, mapper, clock).rehearsing();
    }

    @Override
    protected EventQueue openQueue(DocumentStore store, InstantSource clock) {
        return new LocalQueue(store, clock, LocalQueueOptions.forTests());
    }
}
