package ai.jiga.store.documents.testkit;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Ref;

/// What an engine's test provides; everything else is the contract's.
public interface EngineUnderTest {
    /// Opens a new, empty store. The test closes it.
    DocumentStore open(StoreSetup setup);

    default DocumentStore open() {
        return open(StoreSetup.standard());
    }

    /// Writes a document in a transaction of its own.
    default <T> Ref<T> put(DocumentStore store, Ref<T> ref, T value) {
        store.transact(tx -> {
            tx.set(ref, value);
            return true;
        });
        return ref;
    }

    default <T> Ref<T> put(DocumentStore store, Collection<T> collection, String id, T value) {
        return put(store, collection.id(id), value);
    }

    default <T> T read(DocumentStore store, Ref<T> ref) {
        return store.get(ref).map(Document::value).orElseThrow(() -> new AssertionError(ref + " is absent"));
    }
}
