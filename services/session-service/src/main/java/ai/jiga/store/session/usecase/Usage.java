package ai.jiga.store.session.usecase;

import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Reader;
import ai.jiga.store.documents.Results;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.session.model.Progress;
import ai.jiga.store.session.model.SessionCollections;
import ai.jiga.store.session.model.UsageFlush;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What of a session's usage is durable.
final class Usage {
    private static final int PAGE = 100;

    private Usage() {}

    /// The latest flush of a session.
    static Optional<UsageFlush> last(Reader reader, SessionId id) {
        return reader
                .query(SessionCollections.USAGE
                        .query(SessionCollections.session(id))
                        .descending("lastSeq")
                        .limit(1))
                .values()
                .stream()
                .findFirst();
    }

    /// How far it goes, and what it costs.
    static Progress progress(Reader reader, SessionId id) {
        return last(reader, id).map(last -> progress(reader, id, last)).orElse(Progress.NONE);
    }

    static Progress progress(Reader reader, SessionId id, UsageFlush last) {
        Dof total = last.total();
        return last.progress(total == null ? added(reader, id) : total);
    }

    /// Earlier versions wrote no total.
    private static Dof added(Reader reader, SessionId id) {
        Query<UsageFlush> all = SessionCollections.USAGE
                .query(SessionCollections.session(id))
                .ascending("lastSeq")
                .limit(PAGE);
        Dof sum = Dof.ZERO;
        @Nullable Cursor next = null;
        do {
            Results<UsageFlush> page = reader.query(all.startAfter(next));
            for (UsageFlush flush : page.values()) {
                sum = sum.plus(flush.dof());
            }
            next = page.next();
        } while (next != null);
        return sum;
    }
}
