package ai.jiga.store.queue;

import java.util.Set;

/// Something that reacts to events. Its name is kept in documents: it never changes.
public sealed interface EventHandler permits TransactionalHandler, IdempotentHandler {
    String name();

    /// The types it wants.
    Set<String> types();

    /// Whether it does anything about this event of one of its types. One that it does not want is not
    /// brought to it, and costs nothing.
    default boolean wants(Event event) {
        return true;
    }

    /// Whether it may take this event again at any time, before or after others of its key, and leave things as they
    /// are: what it does is named by the event, or follows what is there now. No proof is kept then, and an engine
    /// whose events come again does not ask whether an earlier one is parked.
    default boolean isRepeatable(Event event) {
        return false;
    }
}
