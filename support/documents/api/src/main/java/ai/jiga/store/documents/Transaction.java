package ai.jiga.store.documents;

import java.time.Instant;

/// Reads, then writes, of one serializable transaction. A read after a write throws
/// [IllegalTransactionException]; at most 500 writes. Writes take effect together at commit, or not at all.
public interface Transaction extends Reader {
    int MAX_WRITES = 500;

    /// Fails the transaction with [AlreadyExistsException] when the document exists.
    <T> void create(Ref<T> ref, T value);

    /// Creates or replaces.
    <T> void set(Ref<T> ref, T value);

    /// Replaces, if the document's last write is the one seen: fails with [PreconditionFailedException] otherwise.
    <T> void replace(Ref<T> ref, T value, Instant updatedAt);

    /// Changes fields of a document that exists: fails with [MissingDocumentException] when it is absent.
    void update(Ref<?> ref, Update update);

    /// Changes fields of a document, first creating it as `initial` when it is absent.
    <T> void upsert(Ref<T> ref, T initial, Update update);

    /// Deletes, whether it exists or not. Its subcollections stay.
    void delete(Ref<?> ref);

    /// Run by the calling thread once the transaction has committed, at most once, and not at all when the
    /// process dies before: only for wake-ups of work that is found again without it.
    void afterCommit(Runnable wakeUp);
}
