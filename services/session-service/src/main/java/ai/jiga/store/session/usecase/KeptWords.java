package ai.jiga.store.session.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.session.model.Progress;
import ai.jiga.store.session.model.SessionCollections;
import ai.jiga.store.session.model.UsageFlush;
import java.util.ArrayList;
import java.util.List;

/// The answers that a session keeps, so that what was paid for can be heard again: in the documents of what they cost,
/// up to a bound, until the session is settled.
final class KeptWords {
    private static final int BATCH = 100;

    private KeptWords() {}

    /// What must go so that there is room, the oldest first.
    record Room(List<Document<UsageFlush>> toForget, Progress left) {
        void make(Transaction tx) {
            toForget.forEach(flush -> tx.set(flush.ref(), flush.value().withoutWords()));
        }
    }

    /// Reads only.
    static Room roomFor(Transaction tx, SessionId id, Progress before, long bytes) {
        var going = new ArrayList<Document<UsageFlush>>();
        long freed = 0;
        long from = before.keptFrom();
        while (before.keptBytes() - freed + bytes > UsageFlush.MOST_WORD_BYTES) {
            List<Document<UsageFlush>> oldest = tx.query(SessionCollections.USAGE
                            .query(SessionCollections.session(id))
                            .where("lastSeq")
                            .atLeast(from)
                            .limit(BATCH))
                    .documents();
            if (oldest.isEmpty()) {
                break;
            }
            for (Document<UsageFlush> flush : oldest) {
                if (before.keptBytes() - freed + bytes <= UsageFlush.MOST_WORD_BYTES) {
                    break;
                }
                if (flush.value().wordBytes() > 0) {
                    going.add(flush);
                    freed += flush.value().wordBytes();
                }
                from = flush.value().lastSeq() + 1;
            }
        }
        return new Room(going, before.forgetting(freed, from));
    }

    /// Nobody can ask for them any more.
    static void forget(DocumentStore store, SessionId id) {
        int gone = BATCH;
        while (gone == BATCH) {
            gone = store.transact(tx -> {
                List<Document<UsageFlush>> keeping = tx.query(SessionCollections.USAGE
                                .query(SessionCollections.session(id))
                                .where("wordBytes")
                                .moreThan(0)
                                .limit(BATCH))
                        .documents();
                keeping.forEach(flush -> tx.set(flush.ref(), flush.value().withoutWords()));
                return keeping.size();
            });
        }
    }
}
