package ai.jiga.store.session.live;

import ai.jiga.store.documents.ContentionException;
import ai.jiga.store.documents.StorageException;
import ai.jiga.store.documents.StoreUnavailableException;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.lines.Connection;
import ai.jiga.store.lines.LineKeeper;
import ai.jiga.store.models.Brief;
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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A session with a player connected. What reaches it is taken one after the other, by one thread at a time; it holds
/// none while there is nothing to do. It keeps the time, and ends when the connection is lost or the session is over.
/// Everything it knows is in documents by the time it says so.
final class LiveSession implements LineKeeper.Kept {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSession.class);
    private static final int MOST_IN_A_FLUSH = 10;
    private static final long NEVER = Long.MAX_VALUE;
    private static final String SIGNED_OUT = "You were signed out. Sign in and connect again: the session is kept.";

    /// What reaches the thread.
    sealed interface Message {
        record Attached(Caller.User player, @Nullable Ticket ticket, Connection client) implements Message {}

        record Said(Connection client, String text) implements Message {}

        record Lost(Connection client) implements Message {}

        record ToEnd(EndWish wish, CompletableFuture<Session> done) implements Message {}

        record Configured(Session session) implements Message {}

        /// Look at the clock.
        record Tick() implements Message {}

        record ShutDown() implements Message {}
    }

    private final SessionId id;
    private final LiveParts parts;
    private final Object gate = new Object();
    /// Guarded by the gate, as the next two.
    private final Queue<Message> inbox = new ArrayDeque<>();

    private boolean running;
    private boolean closed;
    /// When it is to look at the clock, if nothing is said before; milliseconds.
    private volatile long due = NEVER;

    private volatile @Nullable Meter meter;
    private @Nullable Answering answering;
    private @Nullable Seat seat;
    private @Nullable Brief brief;
    private @Nullable Connection client;
    private @Nullable Bill bill;
    private final Pulse pulse = new Pulse();
    private boolean over;

    LiveSession(SessionId id, LiveParts parts) {
        this.id = id;
        this.parts = parts;
    }

    /// False once it takes nothing more: start anew then.
    boolean tell(Message message) {
        synchronized (gate) {
            if (closed) {
                return false;
            }
            inbox.add(message);
            if (running) {
                return true;
            }
            running = true;
            due = NEVER;
        }
        Thread.ofVirtual().name("session-" + id).start(this::run);
        return true;
    }

    @Override
    public void look(Instant now) {
        if (due <= now.toEpochMilli()) {
            tell(new Message.Tick());
        }
    }

    @Override
    public void stop() {
        tell(new Message.ShutDown());
    }

    private void run() {
        @Nullable Message message = next();
        while (message != null) {
            deal(message);
            if (over) {
                close();
                return;
            }
            message = next();
        }
    }

    /// Null when there is nothing left to do: from then on nothing here is this thread's any more.
    private @Nullable Message next() {
        synchronized (gate) {
            Message message = inbox.poll();
            if (message == null) {
                running = false;
                due = nextLook().toEpochMilli();
            }
            return message;
        }
    }

    private void deal(Message message) {
        try {
            take(message);
            if (!over) {
                lookAtTheClock();
            }
        } catch (SeatLostException e) {
            over = true;
            hangUp(
                    Closing.REFUSED,
                    ErrorCode.CONNECTED_ELSEWHERE,
                    "This session went on elsewhere, or ended. Connect again.");
        } catch (RuntimeException e) {
            LOG.error("session {} lost its thread", id, e);
            over = true;
            hangUp(
                    Closing.REFUSED,
                    ErrorCode.INTERNAL,
                    "Something went wrong on our side. Connect again: the session is kept.");
            leave(parts.clock().instant());
        }
    }

    private void take(Message message) {
        switch (message) {
            case Message.Attached attached -> letIn(attached);
            case Message.Said said -> hear(said);
            case Message.Lost lost -> {
                if (lost.client() == client) {
                    leave(parts.clock().instant());
                }
            }
            case Message.ToEnd toEnd -> end(toEnd);
            case Message.Configured configured -> configure(configured.session());
            case Message.Tick tick -> {}
            case Message.ShutDown shutDown -> {
                leave(parts.clock().instant());
                if (client != null) {
                    client.close(Closing.RESTART, "The store restarts. Connect again in a moment.");
                }
            }
        }
    }

    /// Whatever keeps it from coming in ends its line: nobody else knows of it yet.
    private void letIn(Message.Attached attached) {
        try {
            attach(attached);
        } catch (RuntimeException e) {
            if (attached.client() != client) {
                attached.client().close(Closing.RESTART, "Something went wrong. Connect again in a moment.");
            }
            throw e;
        }
    }

    private void attach(Message.Attached attached) {
        Connection before = client;
        if (meter == null ? !takeSeat(attached) : !mayFollow(attached)) {
            return;
        }
        client = attached.client();
        if (before != null && before != client) {
            before.send(parts.say()
                    .refused(
                            null,
                            Rejection.of(
                                    ErrorCode.CONNECTED_ELSEWHERE,
                                    "This session was opened from another place, and goes on there.")));
            before.close(Closing.REPLACED, "connected elsewhere");
        }
        Instant now = parts.clock().instant();
        pulse.begin(now);
        client.send(
                parts.say().started(Objects.requireNonNull(meter), now),
                Objects.requireNonNull(bill).update(now));
        show(now);
    }

    /// A second line by a ticket uses the ticket up, as the first did.
    private boolean mayFollow(Message.Attached attached) {
        Ticket ticket = attached.ticket();
        if (ticket == null) {
            return true;
        }
        return switch (parts.takeSeat().again(id, seat(), ticket)) {
            case Outcome.Done<Session> done -> {
                Objects.requireNonNull(meter).session(done.value());
                yield true;
            }
            case Outcome.Rejected<Session> rejected -> {
                refuse(attached.client(), rejected.rejection());
                yield false;
            }
        };
    }

    private void refuse(Connection entrant, Rejection rejection) {
        entrant.send(parts.say().refused(null, rejection));
        entrant.close(Closing.REFUSED, rejection.code().name());
    }

    private boolean takeSeat(Message.Attached attached) {
        Outcome<TakeSeat.Taken> outcome = parts.takeSeat().take(attached.player(), id, attached.ticket());
        switch (outcome) {
            case Outcome.Rejected<TakeSeat.Taken> rejected -> {
                refuse(attached.client(), rejected.rejection());
                over = true;
                return false;
            }
            case Outcome.Done<TakeSeat.Taken> done -> {
                TakeSeat.Taken taken = done.value();
                var metered = new Meter(taken, parts.limits());
                meter = metered;
                var billed = new Bill(metered, parts.say());
                bill = billed;
                seat = taken.session().seat();
                brief = taken.brief();
                answering = new Answering(
                        metered,
                        billed,
                        parts.usage(),
                        parts.say(),
                        parts.kept(),
                        parts.converse(taken.session(), taken.brief(), taken.snapshot(), taken.memory()),
                        taken.memory(),
                        new Abilities(taken.brief()));
                return true;
            }
        }
    }

    /// Takes what waits together, up to a flush.
    private void hear(Message.Said first) {
        List<Message.Said> together = new ArrayList<>();
        together.add(first);
        synchronized (gate) {
            while (together.size() < MOST_IN_A_FLUSH && inbox.peek() instanceof Message.Said said) {
                inbox.remove();
                together.add(said);
            }
        }
        for (Message.Said said : together) {
            said.client().taken();
            if (!over && said.client() == client) {
                answer(said.client(), said.text());
            }
        }
        if (!over) {
            Instant now = parts.clock().instant();
            Objects.requireNonNull(answering).flush(client, now);
            show(now);
        }
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
        Answering answers = Objects.requireNonNull(answering);
        Meter metered = Objects.requireNonNull(meter);
        switch (parts.reader().read(text)) {
            case Outcome.Rejected<ClientFrame> rejected ->
                from.send(parts.say().refused(parts.reader().seqOf(text), rejected.rejection()));
            case Outcome.Done<ClientFrame> done -> {
                switch (done.value()) {
                    case ClientFrame.Metered frame -> {
                        if (!answers.hear(frame, from, now)) {
                            end(EndReason.ALLOCATION_EXHAUSTED);
                        }
                    }
                    case ClientFrame.Ping ping -> from.send(parts.say().pong());
                    case ClientFrame.Pause pause -> {
                        answers.flush(client, now);
                        if (!metered.session().pausedByPlayer()) {
                            metered.session(parts.marks().pause(id, seat(), metered.actions(), now));
                        }
                        update(now);
                    }
                    case ClientFrame.Resume resume -> {
                        if (metered.session().pausedByPlayer()) {
                            metered.session(parts.marks().resume(id, seat(), metered.actions(), now));
                        }
                        update(now);
                    }
                    case ClientFrame.Configure wish -> {
                        answers.flush(client, now);
                        switch (parts.configure()
                                .merge(metered.session().terms().userId(), id, wish.changes())) {
                            case Outcome.Done<Session> changed -> configure(changed.value());
                            case Outcome.Rejected<Session> refused ->
                                from.send(parts.say().refused(null, refused.rejection()));
                        }
                    }
                    case ClientFrame.End end -> {
                        answers.flush(client, now);
                        end(EndReason.ENDED_BY_PLAYER);
                    }
                }
            }
        }
    }

    private void configure(Session changed) {
        Answering answers = answering;
        Brief of = brief;
        Meter metered = meter;
        if (answers == null || of == null || metered == null) {
            return;
        }
        metered.session(changed);
        // Opened before the old one is closed: should it fail, the session goes on with what it has.
        answers.conversation(parts.converse(changed, of, answers.snapshot(), answers.memory()));
    }

    private void lookAtTheClock() {
        Meter metered = meter;
        Connection line = client;
        if (metered == null || line == null) {
            return;
        }
        // Asked before the clock is: the moment is not before the sign-out.
        boolean signedOut = line.isSignedOut();
        Instant now = parts.clock().instant();
        Instant exhausted = metered.exhaustedAt(now);
        if (signedOut) {
            hangUp(Closing.SIGNED_OUT, ErrorCode.INVALID_TOKEN, SIGNED_OUT);
            leave(now);
        } else if (pulse.isSilent(line, now)) {
            line.close(Closing.SILENT, "nothing heard");
            leave(pulse.lastSign(line));
        } else if (exhausted != null && !exhausted.isAfter(now)) {
            end(
                    metered.session().terms().type() == SessionType.TRIAL
                            ? EndReason.TRIAL_OVER
                            : EndReason.ALLOCATION_EXHAUSTED);
        } else if (!metered.session().endsBy().isAfter(now)) {
            end(EndReason.TIME_LIMIT);
        } else {
            pulse.beat(line, now);
            if (!Objects.requireNonNull(bill).next().isAfter(now)) {
                update(now);
            }
        }
    }

    private Instant nextLook() {
        Meter metered = meter;
        if (metered == null || client == null) {
            return parts.clock().instant().plus(Pulse.PING_EVERY);
        }
        Instant next = Objects.requireNonNull(bill).next();
        if (pulse.next().isBefore(next)) {
            next = pulse.next();
        }
        Instant exhausted = metered.exhaustedAt(parts.clock().instant());
        return exhausted != null && exhausted.isBefore(next) ? exhausted : next;
    }

    private void update(Instant now) {
        Connection line = client;
        Bill billed = bill;
        if (line != null && billed != null) {
            List<byte[]> leaving = new ArrayList<>();
            leaving.add(billed.update(now));
            billed.warn(leaving, now);
            line.send(leaving.toArray(byte[][]::new));
        }
        show(now);
    }

    private void show(Instant now) {
        Meter metered = meter;
        if (metered != null) {
            parts.mirror().show(id.value(), metered.state(now));
        }
    }

    private void end(Message.ToEnd toEnd) {
        try {
            Meter metered = meter;
            if (metered == null) {
                over = true;
                toEnd.done().complete(parts.ends().unattended(id, toEnd.wish()));
                return;
            }
            Objects.requireNonNull(answering).flush(client, parts.clock().instant());
            toEnd.done().complete(end(toEnd.wish()));
        } catch (RuntimeException e) {
            toEnd.done().completeExceptionally(e);
            throw e;
        }
    }

    private Session end(EndReason reason) {
        return end(EndWish.of(reason));
    }

    private Session end(EndWish wish) {
        Session ended = parts.ends().attended(id, seat(), wish);
        over = true;
        Ending ending = Objects.requireNonNull(ended.ending());
        if (client != null) {
            Dof released = ended.terms().allocated().minus(ending.consumed());
            client.send(parts.say().ended(ending.reason(), ending.consumed(), released));
            client.close(Closing.NORMAL, "the session is over");
        }
        return ended;
    }

    /// The player is gone: the clock stands from then on, and the seat is free.
    private void leave(Instant then) {
        over = true;
        Meter metered = meter;
        if (metered == null || metered.session().status() == SessionStatus.ENDED) {
            return;
        }
        // A conversation that could not be opened stands where it did.
        String snapshot = answering == null ? null : answering.snapshot();
        for (int attempt = 1; ; attempt++) {
            try {
                metered.session(parts.marks().drop(id, seat(), metered.actions(), then, snapshot));
                show(parts.clock().instant());
                return;
            } catch (SeatLostException e) {
                return;
            } catch (ContentionException | StorageException | StoreUnavailableException e) {
                if (attempt == LiveParts.DROP_ATTEMPTS) {
                    LOG.error("session {} could not be paused; the stretch that runs will not be charged", id, e);
                    return;
                }
                parts.waitBefore(attempt);
            }
        }
    }

    private void hangUp(int closing, ErrorCode code, String words) {
        if (client != null) {
            client.send(parts.say().refused(null, Rejection.of(code, words)));
            client.close(closing, code.name());
        }
    }

    private Seat seat() {
        return Objects.requireNonNull(seat, "a seat is taken before anything is heard");
    }

    private void close() {
        if (answering != null) {
            answering.close();
        }
        List<Message> left = new ArrayList<>();
        synchronized (gate) {
            closed = true;
            left.addAll(inbox);
            inbox.clear();
        }
        parts.gone().accept(this, left);
    }

    SessionId id() {
        return id;
    }
}
