package ai.jiga.store.audit;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Index;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Results;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.Page;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.web.RequestIds;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Who did what with an operator's rights. Entries are only ever added.
public final class AuditLog {
    private static final Collection<AuditEntry> ENTRIES = Collection.of("audit", AuditEntry.class)
            .index(Index.desc("at"))
            .index(Index.asc("who"), Index.desc("at"))
            .index(Index.asc("act"), Index.desc("at"))
            .index(Index.asc("subject"), Index.desc("at"));
    public static final Schema SCHEMA = Schema.of(ENTRIES);

    private final DocumentStore store;
    private final InstantSource clock;
    private final Supplier<String> ids;

    public AuditLog(DocumentStore store, InstantSource clock, Supplier<String> ids) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
    }

    /// A deed that is about to be done: made outside of the transaction that does it.
    public Deed deed(UserId who, String act, String subject, @Nullable String reason) {
        return new Deed(ENTRIES.id(ids.get()), clock.instant(), who, act, subject, reason, RequestIds.current());
    }

    /// What is known of a deed before it is done.
    public record Deed(
            Ref<AuditEntry> ref,
            Instant at,
            UserId who,
            String act,
            String subject,
            @Nullable String reason,
            @Nullable String requestId) {
        /// Writes one document, in the transaction that does it.
        public void done(Transaction tx, @Nullable String before, @Nullable String after) {
            tx.set(ref, new AuditEntry(at, who, act, subject, reason, before, after, requestId));
        }
    }

    /// Before a deed that is done in no transaction: what is begun and fails is known too.
    public void begin(Deed deed) {
        store.<Boolean>transact(tx -> {
            deed.done(tx, null, null);
            return true;
        });
    }

    /// What is looked for: nothing of it, or one field.
    ///
    /// @param field `who`, `act` or `subject`; null: all
    /// @param from not before, or null
    /// @param to before, or null
    public record Search(
            @Nullable String field,
            @Nullable String value,
            @Nullable Instant from,
            @Nullable Instant to) {
        public static final Search ALL = new Search(null, null, null, null);
    }

    /// The newest first.
    public Page<AuditEntry> list(Search search, int limit, @Nullable String cursor) {
        Query<AuditEntry> query = ENTRIES.query();
        if (search.field() != null && search.value() != null) {
            query = query.where(search.field()).is(search.value());
        }
        if (search.from() != null) {
            query = query.where("at").atLeast(search.from());
        }
        if (search.to() != null) {
            query = query.where("at").lessThan(search.to());
        }
        Results<AuditEntry> found =
                store.query(query.descending("at").limit(limit).startAfter(cursor == null ? null : new Cursor(cursor)));
        Cursor next = found.next();
        return new Page<>(found.values(), next == null ? null : next.token());
    }
}
