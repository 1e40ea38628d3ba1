package ai.jiga.store.gateway.operations;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.Index;
import ai.jiga.store.documents.Results;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.kernel.Page;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.web.RequestIds;
import ai.jiga.store.wiring.Foundation;
import org.jspecify.annotations.Nullable;

/// Who did what with an operator's rights. Entries are only ever added.
public final class AuditLog {
    static final Collection<AuditEntry> ENTRIES =
            Collection.of("audit", AuditEntry.class).index(Index.desc("at"));
    public static final Schema SCHEMA = Schema.of(ENTRIES);

    private final Foundation foundation;

    public AuditLog(Foundation foundation) {
        this.foundation = foundation;
    }

    /// To be called before the act: what is begun and fails is known too.
    public void add(UserId who, String act, String subject) {
        var ref = ENTRIES.id(foundation.ids().next());
        var entry = new AuditEntry(foundation.clock().instant(), who, act, subject, RequestIds.current());
        foundation.store().<Boolean>transact(tx -> {
            tx.create(ref, entry);
            return true;
        });
    }

    /// The newest first.
    public Page<AuditEntry> list(int limit, @Nullable String cursor) {
        Results<AuditEntry> found = foundation
                .store()
                .query(ENTRIES.query()
                        .descending("at")
                        .limit(limit)
                        .startAfter(cursor == null ? null : new Cursor(cursor)));
        Cursor next = found.next();
        return new Page<>(found.values(), next == null ? null : next.token());
    }
}
