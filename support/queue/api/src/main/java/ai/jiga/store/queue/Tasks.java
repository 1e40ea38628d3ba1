package ai.jiga.store.queue;

import ai.jiga.store.documents.Transaction;

/// Delayed tasks, kept in the transaction that wants them.
public interface Tasks {
    /// Writes one document. A task of this kind and id that exists is replaced.
    void schedule(Transaction tx, Task task);

    /// Writes one document. Nothing happens when the task is gone.
    void cancel(Transaction tx, String kind, String id);
}
