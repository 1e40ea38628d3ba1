package ai.jiga.store.queue;

import ai.jiga.store.documents.Transaction;

/// A handler whose effect is documents: effect and inbox record commit together, so it takes effect once.
public non-sealed interface TransactionalHandler extends EventHandler {
    /// Reads, then writes, in the given transaction; runs again like every transaction body.
    void handle(Event event, Transaction tx);
}
