package ai.jiga.store.queue.testkit;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.EventData;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import java.util.ArrayList;
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

    /// Raises the aggregate's version by three, one event for each, in one commit.
    void touchThrice(String type, String key) {
        List<EventStamp> stamps = List.of(stamp(), stamp(), stamp());
        store.transact(tx -> {
            long before = version(tx, key);
            tx.set(Recorded.VERSIONS.id(key), new Recorded(List.of(before + stamps.size())));
            List<Event> events = new ArrayList<>();
            for (EventStamp stamp : stamps) {
                events.add(outbox.event(stamp, before + events.size() + 1, new Touched(type, key)));
            }
            outbox.append(tx, events);
            return key;
        });
    }

    private static long version(Transaction tx, String key) {
        return tx.get(Recorded.VERSIONS.id(key))
                .map(Document::value)
                .map(Recorded::sequences)
                .map(List::getFirst)
                .orElse(0L);
    }

    void touch(Transaction tx, EventStamp stamp, String type, String key) {
        long next = version(tx, key) + 1;
        tx.set(Recorded.VERSIONS.id(key), new Recorded(List.of(next)));
        outbox.append(tx, stamp, next, new Touched(type, key));
    }

    EventStamp stamp() {
        return outbox.stamp();
    }
}
