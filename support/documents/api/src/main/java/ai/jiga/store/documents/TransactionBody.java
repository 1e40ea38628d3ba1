package ai.jiga.store.documents;

/// What a transaction does. It may run several times (after a lost race, and after a commit whose outcome is
/// unknown), on another thread than the caller's: no side effects, no remote call, no nested transaction; ids
/// and times are made outside.
@FunctionalInterface
public interface TransactionBody<R> {
    R run(Transaction tx);
}
