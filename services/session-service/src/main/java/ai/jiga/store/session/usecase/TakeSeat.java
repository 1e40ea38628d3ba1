package ai.jiga.store.session.usecase;

import ai.jiga.store.contracts.session.SessionStarted;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.models.Brief;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.session.model.Memory;
import ai.jiga.store.session.model.Progress;
import ai.jiga.store.session.model.Seat;
import ai.jiga.store.session.model.Session;
import ai.jiga.store.session.model.SessionCollections;
import ai.jiga.store.session.model.SessionLimits;
import ai.jiga.store.session.model.SessionStatus;
import ai.jiga.store.session.model.Talk;
import ai.jiga.store.session.model.Terms;
import ai.jiga.store.session.model.UsedTicket;
import ai.jiga.store.tickets.Ticket;
import ai.jiga.store.tickets.Tickets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A player connects: this node meters the session from now on, and the clock runs.
public final class TakeSeat {
    private final DocumentStore store;
    private final Outbox outbox;
    private final Briefs briefs;
    private final InstantSource clock;
    private final KeepLease lease;
    private final SessionLimits limits;
    private final Predicate<String> isConnected;

    /// @param isConnected whether the runtime of that name answers
    public TakeSeat(
            DocumentStore store,
            Outbox outbox,
            Briefs briefs,
            InstantSource clock,
            KeepLease lease,
            SessionLimits limits,
            Predicate<String> isConnected) {
        this.store = store;
        this.outbox = outbox;
        this.briefs = briefs;
        this.clock = clock;
        this.lease = lease;
        this.limits = limits;
        this.isConnected = isConnected;
    }

    /// @param brief of the agent as it was hired
    /// @param snapshot of the conversation where it was interrupted; null when it begins
    /// @param progress how far its durable frames go
    public record Taken(
            Session session, Brief brief, @Nullable String snapshot, Memory memory, Progress progress) {}

    /// What the seat's transaction found.
    private record Seated(Session session, @Nullable Talk talk, Memory memory, Progress progress) {}

    /// @param ticket by which the player came; null: by a token
    public Outcome<Taken> take(Caller.User player, SessionId id, @Nullable Ticket ticket) {
        Optional<Terms> terms = store.get(SessionCollections.session(id))
                .map(session -> session.value().terms());
        Optional<Brief> hired = terms.flatMap(briefs::of);
        if (hired.isEmpty()
                && terms.filter(agreed -> agreed.agentVersion() != null).isPresent()) {
            return Outcome.rejected(
                    ErrorCode.AGENT_NOT_FOUND,
                    "The agent of this session is not there any more. End the session: nothing more is charged.");
        }
        EventStamp stamp = outbox.stamp();
        Instant now = clock.instant();
        String node = lease.node();
        Outcome<Seated> outcome = store.transact(tx -> {
            Optional<Session> found = tx.get(SessionCollections.session(id))
                    .map(Document::value)
                    .filter(session -> session.belongsTo(player.id()));
            if (found.isEmpty()) {
                return Outcome.rejected(ReadSessions.notFound());
            }
            return take(tx, found.get(), ticket, node, stamp, now);
        });
        return outcome.map(seated -> taken(seated, hired));
    }

    private static Taken taken(Seated seated, Optional<Brief> hired) {
        Optional<Talk> talk = Optional.ofNullable(seated.talk());
        return new Taken(
                seated.session(),
                hired.or(() -> talk.map(Talk::brief)).orElseThrow(),
                talk.map(Talk::snapshot).orElse(null),
                seated.memory(),
                seated.progress());
    }

    /// The player opens a second line to a session that this node meters.
    ///
    /// @throws SeatLostException when another meters it now
    public Outcome<Session> again(SessionId id, Seat seat, Ticket ticket) {
        Instant now = clock.instant();
        String call = outbox.stamp().id();
        return store.transact(tx -> {
            Session session = Seats.check(tx, id, seat);
            Optional<Rejection> refusal = refusal(session, ticket, call, now);
            if (refusal.isPresent()) {
                return Outcome.rejected(refusal.get());
            }
            Session next = session.opened(new UsedTicket(ticket.id(), call, ticket.expiresAt()), now);
            tx.set(SessionCollections.session(id), next);
            return Outcome.done(next);
        });
    }

    /// @param call this one, which may have used the ticket itself when its body ran before
    private static Optional<Rejection> refusal(Session session, Ticket ticket, String call, Instant now) {
        if (session.hasSeen(ticket.id(), call)) {
            return Optional.of(Tickets.refused());
        }
        return session.isOpenedTooOften(call, now)
                ? Optional.of(Rejection.of(
                        ErrorCode.RATE_LIMITED,
                        "This session was opened too often within a minute. The session is kept: wait a minute, then"
                                + " connect again."))
                : Optional.empty();
    }

    private Outcome<Seated> take(
            Transaction tx, Session session, @Nullable Ticket ticket, String node, EventStamp stamp, Instant now) {
        Terms terms = session.terms();
        Optional<Rejection> refusal = ticket == null ? Optional.empty() : refusal(session, ticket, stamp.id(), now);
        if (refusal.isPresent()) {
            return Outcome.rejected(refusal.get());
        }
        if (session.status().isOver()
                || session.deadline(limits).filter(d -> !d.at().isAfter(now)).isPresent()) {
            return Outcome.rejected(ErrorCode.SESSION_ENDED, "This session is over. Hire the agent again to go on.");
        }
        if (session.status() == SessionStatus.PENDING || (terms.startsAt() != null && now.isBefore(terms.startsAt()))) {
            return Outcome.rejected(
                    ErrorCode.SESSION_NOT_STARTED,
                    terms.startsAt() == null
                            ? "This session is being set up. Try again in a moment."
                            : "This session starts at " + terms.startsAt() + ".");
        }
        if (!isConnected.test(terms.answering())) {
            return Outcome.rejected(
                    ErrorCode.RUNTIME_NOT_CONNECTED,
                    "What answers for this agent, " + terms.answering() + ", is not connected to this store at present."
                            + " The session is kept and nothing is charged meanwhile: connect again later, or end it.");
        }
        Seat seat = session.seat();
        // Where this body has run before, and its commit was not heard of, the seat is this call's own already.
        boolean taken = seat != null && stamp.id().equals(seat.claim());
        if (seat != null && !taken && !lease.hasLapsed(tx, seat.node(), now)) {
            return Outcome.rejected(
                    ErrorCode.CONNECTED_ELSEWHERE,
                    "Another server still holds this session. Try again in a few seconds.");
        }
        Talk talk = tx.get(SessionCollections.talk(session.id()))
                .map(Document::value)
                .orElse(null);
        Memory memory = tx.get(SessionCollections.memory(terms.userId(), terms.agentId()))
                .map(Document::value)
                .orElse(Memory.EMPTY);
        Progress progress = session.startedAt() == null ? Progress.NONE : Usage.progress(tx, session.id());
        Session next = taken ? session : claimed(tx, session, ticket, node, stamp, now);
        return Outcome.done(new Seated(next, talk, memory, progress));
    }

    private Session claimed(
            Transaction tx, Session session, @Nullable Ticket ticket, String node, EventStamp stamp, Instant now) {
        Terms terms = session.terms();
        Session connected = lease.released(session, now).connected(node, stamp.id(), limits, now);
        Session next = ticket == null
                ? connected
                : connected.opened(new UsedTicket(ticket.id(), stamp.id(), ticket.expiresAt()), now);
        tx.set(SessionCollections.session(session.id()), next);
        if (session.startedAt() == null && session.isTold()) {
            outbox.append(
                    tx,
                    stamp,
                    next.version(),
                    new SessionStarted(
                            session.id(),
                            terms.agentId(),
                            terms.userId(),
                            terms.ownerId(),
                            terms.type().label()));
        }
        return next;
    }
}
