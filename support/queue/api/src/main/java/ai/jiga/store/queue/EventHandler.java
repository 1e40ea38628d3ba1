package ai.jiga.store.queue;

import java.util.Set;

/// Something that reacts to events. Its name is kept in documents: it never changes.
public sealed interface EventHandler permits TransactionalHandler, IdempotentHandler {
    String name();

    /// The types it wants.
    Set<String> types();
}
