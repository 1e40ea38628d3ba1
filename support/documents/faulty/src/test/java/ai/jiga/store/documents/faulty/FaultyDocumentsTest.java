package ai.jiga.store.documents.faulty;

import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.memory.MemoryDocuments;
import ai.jiga.store.documents.testkit.AggregatesContract;
import ai.jiga.store.documents.testkit.ClosingContract;
import ai.jiga.store.documents.testkit.ContentionContract;
import ai.jiga.store.documents.testkit.CursorsContract;
import ai.jiga.store.documents.testkit.EncryptedFieldsContract;
import ai.jiga.store.documents.testkit.EngineTimesContract;
import ai.jiga.store.documents.testkit.GroupQueriesContract;
import ai.jiga.store.documents.testkit.IndexesContract;
import ai.jiga.store.documents.testkit.LimitsContract;
import ai.jiga.store.documents.testkit.PreconditionsContract;
import ai.jiga.store.documents.testkit.QueriesContract;
import ai.jiga.store.documents.testkit.ReadingContract;
import ai.jiga.store.documents.testkit.SnapshotsContract;
import ai.jiga.store.documents.testkit.StoreSetup;
import ai.jiga.store.documents.testkit.TransactionsContract;
import ai.jiga.store.documents.testkit.TransformsContract;
import ai.jiga.store.documents.testkit.WatchingContract;
import ai.jiga.store.documents.testkit.WritingContract;
import java.util.Set;

/// The contract holds though races are lost and answers are slow. How often a body runs is then not the contract's to
/// say; and commits whose answer is lost need bodies that read their own proof, which [LostAnswersTest] has.
class FaultyDocumentsTest
        implements ReadingContract,
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
                EngineTimesContract,
                LimitsContract,
                ClosingContract {
    private static final long SEED = 11;

    @Override
    public DocumentStore open(StoreSetup setup) {
        return new FaultyDocuments(
                MemoryDocuments.open(setup.schema(), setup.mapper(), setup.clock())
                        .encrypting(setup.cipher()),
                FaultPlan.random(SEED, Set.of(Fault.NONE, Fault.SLOW, Fault.ABORTED)));
    }
}
