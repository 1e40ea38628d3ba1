package ai.jiga.store.session.usecase;

import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Results;
import ai.jiga.store.kernel.RejectedException;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.session.model.Session;
import ai.jiga.store.session.model.SessionCollections;
import ai.jiga.store.session.model.SessionLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does what sessions need by themselves: a start that a crash cut short is finished, what nobody came to
/// or stayed with ends, what was not settled is settled, and a receipt is kept before its session goes.
/// Each session says when it is to be looked after; every process looks, and what two of them do takes
/// effect once.
public final class LookAfterSessions {
    private static final Logger LOG = LoggerFactory.getLogger(LookAfterSessions.class);
    private static final int BATCH = 100;
    private static final int AT_ONCE = 64;
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final DocumentStore store;
    private final FinishStart starts;
    private final Ends ends;
    private final SettleSession settle;
    private final Receipts receipts;
    private final InstantSource clock;
    private final SessionLimits limits;
    private final Executor threads;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Set<SessionId> underWay = ConcurrentHashMap.newKeySet();

    /// @param threads look after one session each, and may wait: for a ledger, or for an agent that thinks
    public LookAfterSessions(
            DocumentStore store,
            FinishStart starts,
            Ends ends,
            SettleSession settle,
            Receipts receipts,
            InstantSource clock,
            SessionLimits limits,
            Executor threads) {
        this.store = store;
        this.starts = starts;
        this.ends = ends;
        this.settle = settle;
        this.receipts = receipts;
        this.clock = clock;
        this.limits = limits;
        this.threads = threads;
    }

    /// Begins to look after all that are due now and that nobody here looks after yet. Waits while many are.
    public void sweep() throws InterruptedException {
        Instant now = clock.instant();
        Query<Session> due = SessionCollections.SESSIONS
                .query()
                .where("dueAt")
                .atMost(now)
                .ascending("dueAt")
                .limit(BATCH);
        @Nullable Cursor next = null;
        do {
            Results<Session> page = store.query(due.startAfter(next));
            for (Session session : page.values()) {
                begin(session);
            }
            next = page.next();
        } while (next != null);
    }

    private void begin(Session session) throws InterruptedException {
        if (underWay.add(session.id())) {
            free.acquire();
            threads.execute(() -> {
                try {
                    tryTo(session);
                } finally {
                    free.release();
                    underWay.remove(session.id());
                }
            });
        }
    }

    /// The same for one of them, due or not.
    public void look(SessionId id) {
        store.get(SessionCollections.session(id)).map(Document::value).ifPresent(this::tryTo);
    }

    /// Whatever comes of it, it is not due at once again, where it would keep others waiting.
    private void tryTo(Session session) {
        try {
            lookAfter(session);
        } catch (RejectedException held) {
            LOG.debug("session {} is another server's: {}", session.id(), held.getMessage());
            again(session);
        } catch (RuntimeException e) {
            LOG.warn("session {} could not be looked after; it is tried again in {}", session.id(), AGAIN, e);
            again(session);
        }
    }

    private void lookAfter(Session session) {
        switch (session.status()) {
            case PENDING, FAILED -> starts.finish(session.id(), null);
            case SCHEDULED, ACTIVE, PAUSED -> atItsDeadline(session);
            case ENDED, EXPIRED -> ended(session);
        }
    }

    private void atItsDeadline(Session session) {
        Optional<Session.Deadline> deadline = session.deadline(limits);
        if (deadline.isPresent() && !deadline.get().at().isAfter(clock.instant())) {
            ends.end(session.id(), deadline.get().reason());
        } else {
            move(session, deadline.map(Session.Deadline::at).orElse(null));
        }
    }

    private void ended(Session session) {
        Instant goes = session.expiresAt();
        if (goes == null) {
            settle.settle(session);
        } else if (clock.instant().isBefore(Session.receiptKeptBy(goes))) {
            KeptWords.forgetAll(store, session.id());
            move(session, Session.receiptKeptBy(goes));
        } else {
            var _ = receipts.of(session);
            move(session, null);
        }
    }

    private void again(Session session) {
        move(session, clock.instant().plus(AGAIN));
    }

    /// Unless somebody else moved it meanwhile.
    private void move(Session seen, @Nullable Instant to) {
        store.transact(tx -> {
            Optional<Session> session =
                    tx.get(SessionCollections.session(seen.id())).map(Document::value);
            session.filter(now -> now.version() == seen.version())
                    .ifPresent(now -> tx.set(SessionCollections.session(seen.id()), now.due(to)));
            return seen.id();
        });
    }
}
