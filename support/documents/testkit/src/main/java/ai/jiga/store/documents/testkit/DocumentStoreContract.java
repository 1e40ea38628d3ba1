package ai.jiga.store.documents.testkit;

/// Everything that an engine promises.
public interface DocumentStoreContract
        extends ReadingContract,
                WritingContract,
                QueriesContract,
                IndexesContract,
                CursorsContract,
                GroupQueriesContract,
                TransactionsContract,
                ContentionContract,
                PreconditionsContract,
                TransformsContract,
                AggregatesContract,
                SnapshotsContract,
                WatchingContract,
                EncryptedFieldsContract,
                ExpiryContract,
                RunsBodiesTwiceContract,
                LimitsContract,
                ClosingContract {}
