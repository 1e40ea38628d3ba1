package ai.jiga.store.queue.testkit;

import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.TransactionalHandler;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// A handler that notes, in documents, which events took effect; and fails at those it is told to.
final class Recorder implements TransactionalHandler {
    private final String name;
    private final Set<String> types;
    private final Set<String> poisons = ConcurrentHashMap.newKeySet();
    private Predicate<Event> wanted = _ -> true;
    private boolean repeatable;
    private boolean inOneDocument;

    Recorder(String name, String... types) {
        this.name = name;
        this.types = Set.of(types);
    }

    Recorder failingAt(String key, long sequence) {
        poisons.add(key + "/" + sequence);
        return this;
    }

    /// Says of every event that it may come again.
    Recorder repeatable() {
        repeatable = true;
        return this;
    }

    Recorder wanting(Predicate<Event> these) {
        wanted = these;
        return this;
    }

    /// Of all keys: read it as of the key `all`.
    Recorder inOneDocument() {
        inOneDocument = true;
        return this;
    }

    void heal() {
        poisons.clear();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> types() {
        return types;
    }

    @Override
    public boolean wants(Event event) {
        return wanted.test(event);
    }

    @Override
    public boolean isRepeatable(Event event) {
        failAtPoison(event);
        return repeatable;
    }

    @Override
    public void handle(Event event, Transaction tx) {
        Event.Metadata about = event.metadata();
        Recorded.add(tx, Recorded.effect(name, inOneDocument ? "all" : about.key()), about.sequence());
        failAtPoison(event);
    }

    /// Whatever it is asked: a handler that cannot read an event cannot read it anywhere.
    private void failAtPoison(Event event) {
        Event.Metadata about = event.metadata();
        if (poisons.contains(about.key() + "/" + about.sequence())) {
            throw new IllegalStateException("told to fail");
        }
    }

    List<Long> done(DocumentStore store, String key) {
        return Recorded.read(store, Recorded.effect(name, key));
    }
}
