package ai.jiga.store.session.live;

import ai.jiga.store.documents.ContentionException;
import ai.jiga.store.documents.StorageException;
import ai.jiga.store.documents.StoreUnavailableException;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.lines.Connection;
import ai.jiga.store.models.Brief;
import ai.jiga.store.models.Conversation;
import ai.jiga.store.session.model.EndReason;
import ai.jiga.store.session.model.Ending;
import ai.jiga.store.session.model.Seat;
import ai.jiga.store.session.model.Session;
import ai.jiga.store.session.model.SessionStatus;
import ai.jiga.store.session.model.SessionType;
import ai.jiga.store.session.usecase.EndWish;
import ai.jiga.store.session.usecase.SeatLostException;
import ai.jiga.store.session.usecase.TakeSeat;
import ai.jiga.store.tickets.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A session whose seat this process has taken, with its player's line: hears what the player says, keeps the time, and
/// gives the seat back when the line is lost or the session is over. Everything it knows is in documents by the time it
/// says so. Belongs to the session's thread.
final class Seated {
    private static final Logger LOG = LoggerFactory.getLogger(Seated.class);
    private static final String SIGNED_OUT = "You were signed out. Sign in and connect again: the session is kept.";

    private final SessionId id;
    private final LiveParts parts;
    private final Meter meter;
    private final Bill bill;
    private final Seat seat;
    private final Brief brief;
    private final Answering answering;
    private final Pulse pulse = new Pulse();
    private Connection client;
    private boolean over;

    /// @param conversation where it stood
    /// @param client whose line it is
    Seated(TakeSeat.Taken taken, Conversation conversation, Connection client, LiveParts parts) {
        this.id = taken.session().id();
        this.parts = parts;
        this.meter = new Meter(taken, parts.limits());
        this.bill = new Bill(meter, parts.say());
        this.seat = Objects.requireNonNull(taken.session().seat(), "a seat that was taken");
        this.brief = taken.brief();
        this.client = client;
        this.answering = new Answering(
                meter,
                bill,
                parts.usage(),
                parts.say(),
                parts.kept(),
                conversation,
                taken.memory(),
                new Abilities(taken.brief()));
    }

    /// Whether the seat is this process's no more.
    boolean isOver() {
        return over;
    }

    boolean isWith(Connection line) {
        return line == client;
    }

    /// The line is listened to from now on.
    void begin() {
        Instant now = parts.clock().instant();
        pulse.begin(now);
        client.send(parts.say().started(meter, now), bill.update(now));
        show(now);
    }

    /// A second line takes the place of the first. By a ticket it uses that up, as the first did.
    void follow(Connection entrant, @Nullable Ticket ticket) {
        if (ticket != null) {
            switch (parts.takeSeat().again(id, seat, ticket)) {
                case Outcome.Done<Session> done -> meter.session(done.value());
                case Outcome.Rejected<Session> rejected -> {
                    parts.refuse(entrant, rejected.rejection());
                    return;
                }
            }
        }
        Connection before = client;
        client = entrant;
        if (before != entrant) {
            before.send(parts.say()
                    .refused(
                            null,
                            Rejection.of(
                                    ErrorCode.CONNECTED_ELSEWHERE,
                                    "This session was opened from another place, and goes on there.")));
            before.close(Closing.REPLACED, "connected elsewhere");
        }
        begin();
    }

    /// What was said together becomes durable together.
    void hear(List<Message.Said> together) {
        for (Message.Said said : together) {
            said.client().taken();
            if (!over && said.client() == client) {
                answer(said.client(), said.text());
            }
        }
        if (!over) {
            Instant now = parts.clock().instant();
            answering.flush(client, now);
            show(now);
        }
    }

    void lost(Connection line) {
        if (line == client) {
            leave(parts.clock().instant());
        }
    }

    void shutDown() {
        leave(parts.clock().instant());
        client.close(Closing.RESTART, "The store restarts. Connect again in a moment.");
    }

    /// Lets the agent go.
    void close() {
        answering.close();
    }

    /// The gate around all that a message can set off: it is answered, whatever it is. Only what the session itself
    /// cannot go on from, its seat or its store being lost, ends the thread.
    private void answer(Connection from, String text) {
        try {
            hear(from, text);
        } catch (SeatLostException | ContentionException | StorageException | StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("session {} could not take a message", id, e);
            from.send(
                    parts.say()
                            .refused(
                                    parts.reader().seqOf(text),
                                    Rejection.of(
                                            ErrorCode.INTERNAL,
                                            "Something went wrong on our side. Nothing was charged, and the session goes on.")));
        }
    }

    private void hear(Connection from, String text) {
        Instant now = parts.clock().instant();
        switch (parts.reader().read(text)) {
            case Outcome.Rejected<ClientFrame> rejected ->
                from.send(parts.say().refused(parts.reader().seqOf(text), rejected.rejection()));
            case Outcome.Done<ClientFrame> done -> {
                switch (done.value()) {
                    case ClientFrame.Metered frame -> {
                        if (!answering.hear(frame, from, now)) {
                            end(EndReason.ALLOCATION_EXHAUSTED);
                        }
                    }
                    case ClientFrame.Ping ping -> from.send(parts.say().pong());
                    case ClientFrame.Pause pause -> {
                        answering.flush(client, now);
                        if (!meter.session().pausedByPlayer()) {
                            meter.session(parts.marks().pause(id, seat, meter.actions(), now));
                        }
                        update(now);
                    }
                    case ClientFrame.Resume resume -> {
                        if (meter.session().pausedByPlayer()) {
                            meter.session(parts.marks().resume(id, seat, meter.actions(), now));
                        }
                        update(now);
                    }
                    case ClientFrame.Configure wish -> {
                        answering.flush(client, now);
                        switch (parts.configure().merge(meter.session().terms().userId(), id, wish.changes())) {
                            case Outcome.Done<Session> changed -> configure(changed.value());
                            case Outcome.Rejected<Session> refused ->
                                from.send(parts.say().refused(null, refused.rejection()));
                        }
                    }
                    case ClientFrame.End end -> end(EndReason.ENDED_BY_PLAYER);
                }
            }
        }
    }

    void configure(Session changed) {
        meter.session(changed);
        // Opened before the old one is closed: should it fail, the session goes on with what it has.
        answering.conversation(parts.converse(changed, brief, answering.snapshot(), answering.memory()));
    }

    void lookAtTheClock() {
        Connection line = client;
        // Asked before the clock is: the moment is not before the sign-out.
        boolean signedOut = line.isSignedOut();
        Instant now = parts.clock().instant();
        Instant exhausted = meter.exhaustedAt(now);
        if (signedOut) {
            hangUp(Closing.SIGNED_OUT, ErrorCode.INVALID_TOKEN, SIGNED_OUT);
            leave(now);
        } else if (pulse.isSilent(line, now)) {
            line.close(Closing.SILENT, "nothing heard");
            leave(pulse.lastSign(line));
        } else if (exhausted != null && !exhausted.isAfter(now)) {
            end(
                    meter.session().terms().type() == SessionType.TRIAL
                            ? EndReason.TRIAL_OVER
                            : EndReason.ALLOCATION_EXHAUSTED);
        } else if (!meter.session().endsBy().isAfter(now)) {
            end(EndReason.TIME_LIMIT);
        } else {
            pulse.beat(line, now);
            if (!bill.next().isAfter(now)) {
                update(now);
            }
        }
    }

    /// When it is to look at the clock again, if nothing is said before.
    Instant nextLook() {
        Instant next = bill.next();
        if (pulse.next().isBefore(next)) {
            next = pulse.next();
        }
        Instant exhausted = meter.exhaustedAt(parts.clock().instant());
        return exhausted != null && exhausted.isBefore(next) ? exhausted : next;
    }

    private void update(Instant now) {
        List<byte[]> leaving = new ArrayList<>();
        leaving.add(bill.update(now));
        bill.warn(leaving, now);
        client.send(leaving.toArray(byte[][]::new));
        show(now);
    }

    private void show(Instant now) {
        parts.mirror().show(id.value(), meter.state(now));
    }

    private void end(EndReason reason) {
        end(EndWish.of(reason));
    }

    /// @throws SeatLostException when another meters the session now
    Session end(EndWish wish) {
        answering.flush(client, parts.clock().instant());
        Session ended = parts.ends().attended(id, seat, wish);
        over = true;
        Ending ending = Objects.requireNonNull(ended.ending());
        Dof released = ended.terms().allocated().minus(ending.consumed());
        client.send(parts.say().ended(ending.reason(), ending.consumed(), released));
        client.close(Closing.NORMAL, "the session is over");
        return ended;
    }

    /// The player is gone: the clock stands from then on, and the seat is free.
    void leave(Instant then) {
        over = true;
        if (meter.session().status() == SessionStatus.ENDED) {
            return;
        }
        parts.giveBack(id, seat, meter.actions(), then, answering.snapshot()).ifPresent(dropped -> {
            meter.session(dropped);
            show(parts.clock().instant());
        });
    }

    /// Ends the line; the seat is not touched.
    void hangUp(int closing, ErrorCode code, String words) {
        over = true;
        client.send(parts.say().refused(null, Rejection.of(code, words)));
        client.close(closing, code.name());
    }
}
