package ai.jiga.store.documents.memory;

import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.testkit.DocumentStoreContract;
import ai.jiga.store.documents.testkit.StoreSetup;

class MemoryDocumentsTest implements DocumentStoreContract {
    @Override
    public DocumentStore open(StoreSetup setup) {
        MemoryDocuments store = MemoryDocuments.open(setup.schema(), setup.mapper(), setup.clock())
                .encrypting(setup.cipher());
        return setup.rehearsing() ? store.rehearsing() : store;
    }

    @Override
    public int sweepExpired(DocumentStore store) {
        return ((MemoryDocuments) store).sweepExpired();
    }
}
