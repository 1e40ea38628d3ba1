package ai.jiga.store.queue.testkit;

import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.IdempotentHandler;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// A handler whose effect lies outside: it notes each call, then does what it is told to.
final class Calls implements IdempotentHandler {
    private final String name;
    private final Set<String> types;
    private final Consumer<Event> then;
    private final List<Event> events = new CopyOnWriteArrayList<>();

    Calls(String name, Consumer<Event> then, String... types) {
        this.name = name;
        this.then = then;
        this.types = Set.of(types);
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
    public void handle(Event event) {
        events.add(event);
        then.accept(event);
    }

    List<Event> all() {
        return events;
    }

    List<Long> of(String key) {
        return events.stream()
                .map(Event::metadata)
                .filter(about -> about.key().equals(key))
                .map(Event.Metadata::sequence)
                .toList();
    }
}
