package ai.jiga.store.analytics.usecase;

import ai.jiga.store.analytics.model.AnalyticsCollections;
import ai.jiga.store.analytics.model.EventBatch;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Transaction;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Keeps the record of events within bounds: at most so many documents, none older than [EventBatch#KEPT]. The engine
/// deletes what has expired by itself, but a busy store fills a disk long before; and an earlier format, a document for
/// each event, has no time to expire.
///
/// Several processes may do it at once.
public final class ForgetEvents {
    /// A batch holds some thirty events at a busy time, and one at a quiet one: from a hundred thousand to some
    /// millions.
    public static final int MOST_KEPT = 100_000;

    /// Their ids follow the time, so the oldest come first.
    private static final Query<EventBatch> KEPT = AnalyticsCollections.BATCHES.query();

    private final DocumentStore store;
    private final InstantSource clock;
    private final int most;

    /// @param most this many documents are kept
    public ForgetEvents(DocumentStore store, InstantSource clock, int most) {
        this.store = store;
        this.clock = clock;
        this.most = most;
    }

    /// @return how many documents went
    public int forget() {
        int gone = 0;
        long tooMany = Math.max(0, store.count(KEPT) - most);
        while (true) {
            List<Document<EventBatch>> oldest =
                    store.query(KEPT.limit(Transaction.MAX_WRITES)).documents();
            List<Document<EventBatch>> leaving = leaving(oldest, tooMany - gone);
            if (leaving.isEmpty()) {
                return gone;
            }
            store.transact(tx -> {
                leaving.forEach(batch -> tx.delete(batch.ref()));
                return leaving.size();
            });
            gone += leaving.size();
        }
    }

    private List<Document<EventBatch>> leaving(List<Document<EventBatch>> oldest, long tooMany) {
        Instant kept = clock.instant().minus(EventBatch.KEPT);
        int leaving = 0;
        for (Document<EventBatch> batch : oldest) {
            if (leaving >= tooMany && !batch.createdAt().isBefore(kept)) {
                break;
            }
            leaving++;
        }
        return oldest.subList(0, leaving);
    }
}
