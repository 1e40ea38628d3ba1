package ai.jiga.store.documents.firestore;

import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.testkit.SharedContract;
import ai.jiga.store.documents.testkit.StoreSetup;
import ai.jiga.store.emulators.testkit.Emulators;

/// On the vendor's emulator. Firestore makes the times, and deletes what has expired itself, up to a day late; so those
/// two parts of the contract are not its.
class FirestoreDocumentsTest implements SharedContract {
    @Override
    public DocumentStore open(StoreSetup setup) {
        var target = FirestoreTarget.project(Emulators.freshProject()).on(Emulators.firestore());
        return setup.rehearsing()
                ? FirestoreDocuments.rehearsing(target, setup.schema(), setup.mapper(), setup.cipher())
                : FirestoreDocuments.open(target, setup.schema(), setup.mapper(), setup.cipher());
    }

    /// The emulator locks what is contended, and answers a handful of waiting transactions a second.
    @Override
    public int racers() {
        return 2;
    }

    @Override
    public int rounds() {
        return 2;
    }
}
