package ai.jiga.store.session.usecase;

import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Results;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Page;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.session.model.Receipt;
import ai.jiga.store.session.model.Session;
import ai.jiga.store.session.model.SessionCollections;
import ai.jiga.store.session.model.SessionLimits;
import ai.jiga.store.session.model.SessionStatus;
import ai.jiga.store.session.model.UsageAction;
import ai.jiga.store.session.model.UsageEntry;
import ai.jiga.store.session.model.UsageFlush;
import ai.jiga.store.session.model.UsageLine;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What players may see of their sessions. Another player's session is one that does not exist.
public final class ReadSessions {
    private final DocumentStore store;
    private final Receipts receipts;
    private final InstantSource clock;
    private final SessionLimits limits;

    public ReadSessions(DocumentStore store, Receipts receipts, InstantSource clock, SessionLimits limits) {
        this.store = store;
        this.receipts = receipts;
        this.clock = clock;
        this.limits = limits;
    }

    public Outcome<SessionView> one(UserId player, SessionId id) {
        return own(player, id).map(this::view);
    }

    /// The newest first.
    public Page<SessionView> list(UserId player, @Nullable SessionStatus status, int limit, @Nullable String cursor) {
        Query<Session> query =
                SessionCollections.SESSIONS.query().where("terms.userId").is(player);
        if (status != null) {
            query = query.where("status").is(status.label());
        }
        Results<Session> found = store.query(query.descending("terms.createdAt")
                .limit(limit)
                .startAfter(cursor == null ? null : new Cursor(cursor)));
        Cursor next = found.next();
        return new Page<>(found.values().stream().map(this::view).toList(), next == null ? null : next.token());
    }

    /// Everybody's, the newest first: for operators.
    public Page<SessionView> everybodys(SessionStatus status, int limit, @Nullable String cursor) {
        Results<Session> found = store.query(SessionCollections.SESSIONS
                .query()
                .where("status")
                .is(status.label())
                .descending("terms.createdAt")
                .limit(limit)
                .startAfter(cursor == null ? null : new Cursor(cursor)));
        Cursor next = found.next();
        return new Page<>(found.values().stream().map(this::view).toList(), next == null ? null : next.token());
    }

    /// Whoever's it is: for operators.
    public Outcome<Session> anybodys(SessionId id) {
        return store.get(SessionCollections.session(id))
                .map(Document::value)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.rejected(ErrorCode.SESSION_NOT_FOUND, "There is no session with this id."));
    }

    /// What was charged, line by line in the order it was; the session's time is the last line.
    ///
    /// @param cursor how many lines came before
    public Outcome<Page<UsageView>> usage(UserId player, SessionId id, int limit, @Nullable String cursor) {
        return own(player, id).map(session -> usage(session, limit, cursor == null ? 0 : Long.parseLong(cursor)));
    }

    public Outcome<Receipt> receipt(UserId player, SessionId id) {
        return own(player, id)
                .then(session -> session.isSettled()
                        ? Outcome.done(receipts.of(session))
                        : Outcome.rejected(
                                ErrorCode.RECEIPT_NOT_READY,
                                "There is a receipt once the session has ended and was paid."));
    }

    /// One's own, or one that one pays for: who pays may end it.
    public Outcome<Session> endable(UserId user, SessionId id) {
        return store.get(SessionCollections.session(id))
                .map(Document::value)
                .filter(session ->
                        session.belongsTo(user) || session.terms().payer().equals(user))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.rejected(notFound()));
    }

    public Outcome<Session> own(UserId player, SessionId id) {
        return store.get(SessionCollections.session(id))
                .map(Document::value)
                .filter(session -> session.belongsTo(player))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.rejected(notFound()));
    }

    public SessionView view(Session session) {
        Instant now = clock.instant();
        Dof consumed = session.ending() == null && session.startedAt() != null
                ? session.consumed(actions(session.id()), now)
                : session.consumed(Dof.ZERO, now);
        return SessionView.of(session, consumed, now, limits);
    }

    static Rejection notFound() {
        return Rejection.of(ErrorCode.SESSION_NOT_FOUND, "You have no session with this id.");
    }

    private Dof actions(SessionId id) {
        return Usage.progress(store, id).dof();
    }

    private Page<UsageView> usage(Session session, int limit, long before) {
        var items = new ArrayList<UsageView>();
        Query<UsageFlush> flushes = SessionCollections.USAGE
                .query(SessionCollections.session(session.id()))
                .where("lastLine")
                .moreThan(before)
                .ascending("lastLine")
                .limit(limit);
        long line = before;
        @Nullable Cursor next = null;
        // Of a flush in which nothing was charged there is no line: a page of flushes may hold less than a page.
        do {
            Results<UsageFlush> found = store.query(flushes.startAfter(next));
            for (UsageFlush flush : found.values()) {
                List<UsageView> lines = lines(flush);
                long first = flush.lastLine() - lines.size();
                for (UsageView view : lines.subList((int) Math.max(0, line - first), lines.size())) {
                    if (items.size() < limit) {
                        items.add(view);
                        line++;
                    }
                }
            }
            next = found.next();
        } while (items.size() < limit && next != null);
        if (items.size() == limit) {
            return new Page<>(items, Long.toString(line));
        }
        Instant now = clock.instant();
        if (session.startedAt() != null) {
            items.add(time(session, now));
        }
        return new Page<>(items, null);
    }

    /// What is left of the sum when the actions are taken off, so that the lines add up where the allocation
    /// cut the last moments short.
    private UsageView time(Session session, Instant now) {
        Instant at = session.ending() == null ? now : session.ending().at();
        Dof actions = actions(session.id());
        return new UsageView(
                null,
                UsageAction.TIME,
                session.time().millisAt(now),
                session.consumed(actions, now).minus(actions),
                at);
    }

    private static List<UsageView> lines(UsageFlush flush) {
        var lines = new ArrayList<UsageView>();
        for (UsageEntry entry : flush.entries()) {
            for (UsageLine line : entry.lines()) {
                lines.add(new UsageView(entry.seq(), line.action(), line.units(), line.dof(), entry.at()));
            }
        }
        return lines;
    }

    /// @param seq of the frame that caused it; absent for time
    public record UsageView(@Nullable Long seq, UsageAction action, long units, Dof dof, Instant at) {}
}
