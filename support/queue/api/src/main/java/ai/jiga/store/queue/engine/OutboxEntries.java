package ai.jiga.store.queue.engine;

import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Results;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.queue.OutboxEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What engines ask of the outbox.
public final class OutboxEntries {
    private static final int PAGE = 100;
    private static final int MOST_COUNTED = 100_000;

    private final DocumentStore store;

    public OutboxEntries(DocumentStore store) {
        this.store = store;
    }

    /// A page of a key's entries, the oldest first.
    public Results<OutboxEntry> of(String key, @Nullable Cursor startAfter) {
        return store.query(Outbox.ENTRIES
                .query()
                .where("key")
                .is(key)
                .ascending("sequence")
                .limit(PAGE)
                .startAfter(startAfter));
    }

    /// The oldest entries of all these keys, a page of them.
    ///
    /// @param keys 1 to 30
    public static Query<OutboxEntry> ofAll(List<String> keys) {
        return Outbox.ENTRIES
                .query()
                .where("key")
                .in(keys)
                .ascending("sequence")
                .limit(PAGE);
    }

    public boolean isEmpty() {
        return store.query(Outbox.ENTRIES.query().limit(1)).documents().isEmpty();
    }

    /// 100,000 at most.
    public long count() {
        return store.count(Outbox.ENTRIES.query().limit(MOST_COUNTED));
    }
}
