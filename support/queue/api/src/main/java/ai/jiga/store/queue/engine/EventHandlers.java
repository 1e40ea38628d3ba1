package ai.jiga.store.queue.engine;

import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.EventHandler;
import ai.jiga.store.queue.TransactionalHandler;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The handlers by name and by what they want. Complete before the queue starts.
public final class EventHandlers {
    /// Names are part of document ids and of an operator's URLs.
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*([.-][a-z0-9]+)*");

    private final Map<String, EventHandler> byName = new LinkedHashMap<>();
    private final Map<String, List<EventHandler>> byType = new ConcurrentHashMap<>();

    public void add(EventHandler handler) {
        if (!NAME.matcher(handler.name()).matches() || handler.name().length() > 100) {
            throw new IllegalArgumentException("not a handler's name: '" + handler.name() + "'");
        }
        if (byName.putIfAbsent(handler.name(), handler) != null) {
            throw new IllegalArgumentException("two handlers are named " + handler.name());
        }
    }

    public @Nullable EventHandler named(String name) {
        return byName.get(name);
    }

    /// Those that want this event. One that fails at the question is given the event, fails at that too, and the event
    /// is parked.
    public List<EventHandler> wanting(Event event) {
        return of(event.type()).stream()
                .filter(handler -> wants(handler, event))
                .toList();
    }

    static boolean wants(EventHandler handler, Event event) {
        try {
            return handler.wants(event);
        } catch (RuntimeException cannotTell) {
            return true;
        }
    }

    /// In the order they were added.
    public List<EventHandler> all() {
        return List.copyOf(byName.values());
    }

    /// Transactional ones last, because the last of them takes the outbox entry with it.
    public List<EventHandler> of(String type) {
        return byType.computeIfAbsent(
                type,
                t -> byName.values().stream()
                        .filter(handler -> handler.types().contains(t))
                        .sorted(Comparator.comparing(TransactionalHandler.class::isInstance))
                        .toList());
    }
}
