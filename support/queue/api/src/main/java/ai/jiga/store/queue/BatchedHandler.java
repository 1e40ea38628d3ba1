package ai.jiga.store.queue;

import ai.jiga.store.documents.Transaction;
import java.util.List;

/// A handler that does better with many events at once. An engine that has one alone brings it alone.
public interface BatchedHandler extends TransactionalHandler {
    /// Reads, then writes, in the given transaction; runs again like every transaction body.
    ///
    /// @param events at least one, those of a key in their order
    void handle(List<Event> events, Transaction tx);

    @Override
    default void handle(Event event, Transaction tx) {
        handle(List.of(event), tx);
    }
}
