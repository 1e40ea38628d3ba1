package ai.jiga.store.session.usecase;

import ai.jiga.store.contracts.session.SessionEnded;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.queue.Task;
import ai.jiga.store.queue.Tasks;
import ai.jiga.store.session.model.Ending;
import ai.jiga.store.session.model.PlayerSessions;
import ai.jiga.store.session.model.Seat;
import ai.jiga.store.session.model.Session;
import ai.jiga.store.session.model.SessionCollections;
import ai.jiga.store.session.model.SessionStatus;
import ai.jiga.store.session.model.SessionType;
import ai.jiga.store.session.model.Terms;
import ai.jiga.store.session.model.UsageFlush;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Ends a session: what it consumed is added up from durable lines and marks, and written once and for ever. Money
/// moves afterwards, see [SettleSession].
public final class EndSession {
    private final DocumentStore store;
    private final Outbox outbox;
    private final Tasks tasks;
    private final InstantSource clock;
    private final KeepLease lease;

    public EndSession(DocumentStore store, Outbox outbox, Tasks tasks, InstantSource clock, KeepLease lease) {
        this.store = store;
        this.outbox = outbox;
        this.tasks = tasks;
        this.clock = clock;
        this.lease = lease;
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
        return store.transact(tx -> {
            Session session = tx.get(SessionCollections.session(id))
                    .map(Document::value)
                    .orElseThrow(() -> new SeatLostException(id));
            if (session.status().isOver() || session.status() == SessionStatus.PENDING) {
                return session;
            }
            Session mine = attended(tx, session, seat, now);
            Terms terms = mine.terms();
            Dof actions = Dof.of(tx.sum(
                    SessionCollections.USAGE
                            .query(SessionCollections.session(id))
                            .ascending("lastSeq"),
                    "dof"));
            Optional<UsageFlush> last = mine.startedAt() == null ? Optional.empty() : TakeSeat.last(tx, id);
            PlayerSessions open = tx.get(SessionCollections.player(terms.userId()))
                    .map(Document::value)
                    .orElse(PlayerSessions.NONE);
            boolean unused = terms.type() == SessionType.TRIAL && mine.startedAt() == null;
            Session ended = mine.ended(new Ending(now, wish.reason(), mine.consumed(actions, now)));
            tx.set(SessionCollections.session(id), ended);
            if (wish.deed() != null) {
                wish.deed().done(tx, session.status().label(), ended.status().label());
            }
            tx.set(SessionCollections.player(terms.userId()), open.without(terms.agentId(), id));
            if (unused) {
                // Nobody has tried anything yet.
                tx.delete(SessionCollections.trial(terms.userId(), terms.agentId()));
            }
            if (ended.isTold()) {
                outbox.append(tx, stamp, ended.version(), event(ended, last));
            }
            tasks.cancel(tx, WatchSession.TASK, id.value());
            tasks.schedule(tx, new Task(SettleSession.TASK, id.value(), now, JsonNodeFactory.instance.objectNode()));
            return ended;
        });
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
