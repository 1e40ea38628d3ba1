package ai.jiga.store.session.usecase;

import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Results;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.session.model.Progress;
import ai.jiga.store.session.model.SessionCollections;
import ai.jiga.store.session.model.UsageFlush;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
            List<Document<UsageFlush>> oldest = tx.query(from(id, from)).documents();
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

    private static final Forgotten NOTHING = new Forgotten(List.of(), true);

    /// Words that nobody can ask for any more.
    ///
    /// @param isAll whether these are all that there were
    record Forgotten(List<Document<UsageFlush>> keeping, boolean isAll) {
        void write(Transaction tx) {
            keeping.forEach(flush -> tx.set(flush.ref(), flush.value().withoutWords()));
        }
    }

    /// Reads only.
    ///
    /// @param last flush of the session, if it has one
    static Forgotten of(Transaction tx, SessionId id, Optional<UsageFlush> last) {
        return last.filter(flush -> flush.keptBytes() > 0)
                .map(flush -> keeping(tx.query(from(id, flush.keptFrom()))))
                .orElse(NOTHING);
    }

    private static Forgotten keeping(Results<UsageFlush> page) {
        return new Forgotten(
                page.documents().stream()
                        .filter(flush -> flush.value().wordBytes() > 0)
                        .toList(),
                page.next() == null);
    }

    private static Query<UsageFlush> from(SessionId id, long lastSeq) {
        return SessionCollections.USAGE
                .query(SessionCollections.session(id))
                .where("lastSeq")
                .atLeast(lastSeq)
                .limit(BATCH);
    }

    /// All of them, however many there are, page by page.
    static void forgetAll(DocumentStore store, SessionId id) {
        @Nullable Cursor next = null;
        do {
            Results<UsageFlush> page = store.query(from(id, 0).startAfter(next));
            store.transact(tx -> {
                keeping(page).write(tx);
                return page;
            });
            next = page.next();
        } while (next != null);
    }
}
