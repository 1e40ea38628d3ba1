package ai.jiga.store.documents;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Typed documents with serializable transactions. Reads outside of a transaction see the latest commit of
/// each document they answer; several documents of one moment are read in a [snapshot][#snapshot(Function)].
/// (Firestore promises that of every answer, its emulator does not: while others write, one in three answers
/// is torn.)
///
/// Thread-safe. Calls block: call from virtual threads.
public interface DocumentStore extends Reader, AutoCloseable {
    /// Runs the body and commits what it wrote; a lost race is retried with jittered back-off.
    ///
    /// @throws ContentionException when the race was lost too often: nothing was written
    /// @throws IllegalTransactionException nested in another transaction of this thread, reading after writing, or
    ///     writing too much
    <R> R transact(TransactionBody<R> body);

    /// Consistent reads without writes.
    <R> R snapshot(Function<Reader, R> body);

    /// Calls `onState` with the query's documents now and after commits that touched its collection. May skip
    /// states, never shows an older one after a newer one. Calls come one at a time, from a thread of the engine's.
    <T> Watch watch(Query<T> query, Consumer<List<Document<T>>> onState);

    /// Calls `onState` with one document, or without it, as [#watch(Query, Consumer)] does.
    <T> Watch watch(Ref<T> ref, Consumer<Optional<Document<T>>> onState);

    /// Ends with `close()`.
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    @Override
    void close();
}
