package ai.jiga.store.queue;

import ai.jiga.store.documents.Transaction;
import java.util.List;

/// Keeps what happened, many events at once, for whoever asks later. An engine that hands every event on to
/// whoever wants them (as Pub/Sub does on the topic [Topic#ANALYTICS]) does not ask it.
public interface RecordingHandler extends TransactionalHandler {
    /// Reads, then writes, in the given transaction; runs again like every transaction body.
    ///
    /// @param events at least one, those of a key in their order
    void handle(List<Event> events, Transaction tx);

    @Override
    default void handle(Event event, Transaction tx) {
        handle(List.of(event), tx);
    }
}
