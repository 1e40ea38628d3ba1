package ai.jiga.store.queue.testkit;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.queue.EventData;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import java.util.List;

/// A service in small: changes aggregates and says so.
final class Writer {
    private final DocumentStore store;
    private final Outbox outbox;

    Writer(DocumentStore store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    /// @param type of the event
    /// @param key the aggregate
    record Touched(String type, String key) implements EventData {}

    /// Raises the aggregate's version by one.
    void touch(String type, String key) {
        EventStamp stamp = outbox.stamp();
        store.transact(tx -> {
            touch(tx, stamp, type, key);
            return key;
        });
    }

    void touch(Transaction tx, EventStamp stamp, String type, String key) {
        Ref<Recorded> version = Recorded.VERSIONS.id(key);
        long next = tx.get(version)
                        .map(Document::value)
                        .map(Recorded::sequences)
                        .map(List::getFirst)
                        .orElse(0L)
                + 1;
        tx.set(version, new Recorded(List.of(next)));
        outbox.append(tx, stamp, next, new Touched(type, key));
    }

    EventStamp stamp() {
        return outbox.stamp();
    }
}
