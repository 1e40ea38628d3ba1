package ai.jiga.store.session.usecase;

import ai.jiga.store.contracts.session.SessionDofUpdate;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.models.Brief;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.session.model.Seat;
import ai.jiga.store.session.model.Session;
import ai.jiga.store.session.model.SessionCollections;
import ai.jiga.store.session.model.SessionLimits;
import ai.jiga.store.session.model.Talk;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The durable marks from which a session's time is charged: pause, resume, and the connection lost.
public final class MarkTime {
    private final DocumentStore store;
    private final Outbox outbox;
    private final SessionLimits limits;

    public MarkTime(DocumentStore store, Outbox outbox, SessionLimits limits) {
        this.store = store;
        this.outbox = outbox;
        this.limits = limits;
    }

    /// @param actions what the usage lines cost so far
    /// @throws SeatLostException when another meters it now
    public Session pause(SessionId id, Seat seat, Dof actions, Instant now) {
        return mark(id, seat, actions, now, session -> session.paused(now));
    }

    /// @throws SeatLostException when another meters it now
    public Session resume(SessionId id, Seat seat, Dof actions, Instant now) {
        return mark(id, seat, actions, now, session -> session.resumed(now));
    }

    /// The seat is free from now on, and the wait for the player begins.
    ///
    /// @param then when it was last known to stand
    /// @param snapshot of the conversation, to go on from; null when it never began
    /// @throws SeatLostException when another meters it now
    public Session drop(SessionId id, Seat seat, Dof actions, Instant then, @Nullable String snapshot) {
        EventStamp stamp = outbox.stamp();
        return store.transact(tx -> {
            Optional<Session> dropped = tx.get(SessionCollections.session(id))
                    .map(Document::value)
                    .filter(session -> session.isDropped(seat, then));
            if (dropped.isPresent()) {
                // This body has run before, and its commit was not heard of.
                return dropped.get();
            }
            Session session = Seats.check(tx, id, seat);
            // Earlier versions kept the brief here: as long as theirs last, it stays.
            Brief brief = session.terms().agentVersion() == null
                    ? tx.get(SessionCollections.talk(id))
                            .map(Document::value)
                            .map(Talk::brief)
                            .orElse(null)
                    : null;
            Session next = session.dropped(then, limits);
            tx.set(SessionCollections.session(id), next);
            if (snapshot != null) {
                tx.set(SessionCollections.talk(id), new Talk(brief, snapshot));
            }
            tell(tx, stamp, next, actions, then);
            return next;
        });
    }

    private Session mark(SessionId id, Seat seat, Dof actions, Instant now, UnaryOperator<Session> change) {
        EventStamp stamp = outbox.stamp();
        return store.transact(tx -> {
            Session session = Seats.check(tx, id, seat);
            Session next = change.apply(session);
            if (next.version() == session.version()) {
                return session;
            }
            tx.set(SessionCollections.session(id), next);
            tell(tx, stamp, next, actions, now);
            return next;
        });
    }

    private void tell(Transaction tx, EventStamp stamp, Session session, Dof actions, Instant now) {
        if (session.isTold()) {
            outbox.append(tx, stamp, session.version(), update(session, actions, now));
        }
    }

    private static SessionDofUpdate update(Session session, Dof actions, Instant now) {
        Dof consumed = session.consumed(actions, now);
        return new SessionDofUpdate(
                session.id(),
                session.terms().agentId(),
                session.terms().userId(),
                consumed,
                session.terms().allocated().minus(consumed));
    }
}
