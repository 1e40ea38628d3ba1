package ai.jiga.store.session.usecase;

import ai.jiga.store.commits.Commit;
import ai.jiga.store.contracts.session.SessionEnded;
import ai.jiga.store.contracts.transaction.Payments;
import ai.jiga.store.contracts.transaction.Settlement;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.session.model.Ending;
import ai.jiga.store.session.model.PlayerSessions;
import ai.jiga.store.session.model.Seat;
import ai.jiga.store.session.model.Session;
import ai.jiga.store.session.model.SessionCollections;
import ai.jiga.store.session.model.SessionLimits;
import ai.jiga.store.session.model.SessionStatus;
import ai.jiga.store.session.model.SessionType;
import ai.jiga.store.session.model.Terms;
import ai.jiga.store.session.model.UsageFlush;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Ends a session: what it consumed is read off its durable lines and marks, and written once and for ever. Where the
/// ledger is in this process the hold is resolved in the same commit; where it is not, [SettleSession] does it
/// afterwards.
public final class EndSession {
    private final DocumentStore store;
    private final Payments payments;
    private final Outbox outbox;
    private final InstantSource clock;
    private final KeepLease lease;
    private final SessionLimits limits;

    public EndSession(
            DocumentStore store,
            Payments payments,
            Outbox outbox,
            InstantSource clock,
            KeepLease lease,
            SessionLimits limits) {
        this.store = store;
        this.payments = payments;
        this.outbox = outbox;
        this.clock = clock;
        this.lease = lease;
        this.limits = limits;
    }

    /// Ends a session that this node meters. One that is over stays as it is.
    ///
    /// @throws SeatLostException when another meters it now
    public Session end(SessionId id, Seat seat, EndWish wish) {
        return end(id, seat, wish, clock.instant());
    }

    /// Ends a session that nobody meters, or whose node is dead. One that is over stays as it is.
    ///
    /// @throws SeatLostException when a living node meters it: it has to end it
    public Session endUnattended(SessionId id, EndWish wish) {
        return end(id, null, wish, clock.instant());
    }

    private Session end(SessionId id, @Nullable Seat seat, EndWish wish, Instant now) {
        EventStamp stamp = outbox.stamp();
        Optional<Payments.Settling> settling = payments.joined().map(ledger -> ledger.settling(id));
        return Commit.in(store, outbox, commit -> end(commit, id, seat, wish, settling, stamp, now));
    }

    private Session end(
            Commit commit,
            SessionId id,
            @Nullable Seat seat,
            EndWish wish,
            Optional<Payments.Settling> settling,
            EventStamp stamp,
            Instant now) {
        Transaction tx = commit.tx();
        Session session = tx.get(SessionCollections.session(id))
                .map(Document::value)
                .orElseThrow(() -> new SeatLostException(id));
        if (session.status().isOver() || session.status() == SessionStatus.PENDING) {
            return session;
        }
        Session mine = attended(tx, session, seat, now);
        Terms terms = mine.terms();
        Optional<UsageFlush> last = mine.startedAt() == null ? Optional.empty() : Usage.last(tx, id);
        Dof actions = last.map(flush -> Usage.progress(tx, id, flush).dof()).orElse(Dof.ZERO);
        PlayerSessions open = Guards.of(tx, terms.userId());
        Dof consumed = mine.consumed(actions, now);
        Session ended = mine.ended(new Ending(now, wish.reason(), consumed));
        Session over = ended;
        if (settling.isPresent() || !terms.type().isCharged()) {
            KeptWords.Forgotten words = KeptWords.of(tx, id, last);
            Settlement settlement = settling.filter(_ -> terms.type().isCharged())
                    .map(ledger -> ledger.in(commit, consumed))
                    .orElse(null);
            over = SettleSession.settled(tx, ended, settlement, words, limits);
        }
        tx.set(SessionCollections.session(id), over);
        if (wish.deed() != null) {
            wish.deed().done(tx, session.status().label(), over.status().label());
        }
        tx.set(SessionCollections.player(terms.userId()), open.without(terms.agentId(), id));
        if (terms.type() == SessionType.TRIAL && mine.startedAt() == null) {
            // Nobody has tried anything yet.
            tx.delete(SessionCollections.trial(terms.userId(), terms.agentId()));
        }
        if (ended.isTold()) {
            commit.tell(outbox.event(stamp, ended.version(), event(ended, last)));
        }
        return over;
    }

    private Session attended(Transaction tx, Session session, @Nullable Seat seat, Instant now) {
        Seat taken = session.seat();
        if (Objects.equals(seat, taken)) {
            return session;
        }
        if (seat != null || taken == null || !lease.hasLapsed(tx, taken.node(), now)) {
            throw new SeatLostException(session.id());
        }
        return lease.released(session, now);
    }

    private static SessionEnded event(Session session, Optional<UsageFlush> last) {
        Terms terms = session.terms();
        Ending ending = Optional.ofNullable(session.ending()).orElseThrow();
        return new SessionEnded(
                session.id(),
                terms.agentId(),
                terms.userId(),
                terms.ownerId(),
                terms.type().label(),
                ending.reason().label(),
                terms.allocated(),
                ending.consumed(),
                session.time().closedMillis(),
                last.map(UsageFlush::answered).orElse(0L),
                last.filter(UsageFlush::endedInFailure).isPresent(),
                terms.payer(),
                terms.studio());
    }
}
