package ai.jiga.store.documents.testkit;

/// What every engine promises, wherever its documents lie and whoever makes its times.
public interface SharedContract
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
                RunsBodiesTwiceContract,
                LimitsContract,
                ClosingContract {}
