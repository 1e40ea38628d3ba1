package ai.jiga.store.session.live;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.lines.LineKeeper;
import ai.jiga.store.lines.Mailbox;
import ai.jiga.store.models.Conversation;
import ai.jiga.store.session.usecase.SeatLostException;
import ai.jiga.store.session.usecase.TakeSeat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A session that a player connects to, or is connected to: what reaches it is taken one after the other, by one thread
/// at a time. Until a player is let in there is nobody in its seat; from then on it is [Seated], and over with that.
final class LiveSession implements LineKeeper.Kept, Mailbox.Reader<Message> {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSession.class);
    private static final int MOST_IN_A_FLUSH = 10;
    private static final long NEVER = Long.MAX_VALUE;

    private final SessionId id;
    private final LiveParts parts;
    private final Mailbox<Message> mailbox;
    /// When it is to look at the clock, if nothing is said before; milliseconds.
    private volatile long due = NEVER;

    /// Null before a player was let in.
    private @Nullable Seated seated;

    private boolean over;

    LiveSession(SessionId id, LiveParts parts) {
        this.id = id;
        this.parts = parts;
        this.mailbox =
                new Mailbox<>(task -> Thread.ofVirtual().name("session-" + id).start(task), this);
    }

    SessionId id() {
        return id;
    }

    /// False once it takes nothing more: start anew then.
    boolean tell(Message message) {
        return mailbox.put(message);
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

    @Override
    public boolean take(Message message) {
        due = NEVER;
        try {
            deal(message);
            if (seated != null && !seated.isOver()) {
                seated.lookAtTheClock();
            }
        } catch (SeatLostException e) {
            hangUp(ErrorCode.CONNECTED_ELSEWHERE, "This session went on elsewhere, or ended. Connect again.");
        } catch (RuntimeException e) {
            LOG.error("session {} lost its thread", id, e);
            hangUp(ErrorCode.INTERNAL, "Something went wrong on our side. Connect again: the session is kept.");
            if (seated != null) {
                seated.leave(parts.clock().instant());
            }
        }
        return !over && (seated == null || !seated.isOver());
    }

    private void hangUp(ErrorCode code, String words) {
        over = true;
        if (seated != null) {
            seated.hangUp(Closing.REFUSED, code, words);
        }
    }

    @Override
    public void rest() {
        due = seated == null ? NEVER : seated.nextLook().toEpochMilli();
    }

    @Override
    public void closed(List<Message> left) {
        if (seated != null) {
            seated.close();
        }
        parts.gone().accept(this, left);
    }

    private void deal(Message message) {
        switch (message) {
            case Message.Attached attached -> letIn(attached);
            case Message.ToEnd toEnd -> end(toEnd);
            case Message.Said said -> hear(said);
            case Message.Lost lost -> {
                if (seated != null) {
                    seated.lost(lost.client());
                }
            }
            case Message.Configured configured -> {
                if (seated != null) {
                    seated.configure(configured.session());
                }
            }
            case Message.Tick _ -> {}
            case Message.ShutDown _ -> {
                over = true;
                if (seated != null) {
                    seated.shutDown();
                }
            }
        }
    }

    /// Whatever keeps a player from coming in ends their line: nobody else knows of it yet.
    private void letIn(Message.Attached attached) {
        try {
            if (seated != null) {
                seated.follow(attached.client(), attached.ticket());
            } else {
                takeSeat(attached);
            }
        } catch (RuntimeException e) {
            if (seated == null || !seated.isWith(attached.client())) {
                attached.client().close(Closing.RESTART, "Something went wrong. Connect again in a moment.");
            }
            throw e;
        }
    }

    private void takeSeat(Message.Attached attached) {
        switch (parts.takeSeat().take(attached.player(), id, attached.ticket())) {
            case Outcome.Rejected<TakeSeat.Taken> rejected -> {
                over = true;
                parts.refuse(attached.client(), rejected.rejection());
            }
            case Outcome.Done<TakeSeat.Taken> done -> {
                TakeSeat.Taken taken = done.value();
                seated = new Seated(taken, conversation(taken), attached.client(), parts);
                seated.begin();
            }
        }
    }

    /// Where it cannot be opened, nobody sits there after all, and the clock has not run.
    private Conversation conversation(TakeSeat.Taken taken) {
        try {
            return parts.converse(taken.session(), taken.brief(), taken.snapshot(), taken.memory());
        } catch (RuntimeException e) {
            parts.giveBack(
                    id,
                    Objects.requireNonNull(taken.session().seat(), "a seat that was taken"),
                    taken.progress().dof(),
                    parts.clock().instant(),
                    null);
            throw e;
        }
    }

    /// Takes what waits together, up to a flush.
    private void hear(Message.Said first) {
        List<Message.Said> together = new ArrayList<>();
        Optional<Message> next = Optional.of(first);
        while (next.isPresent()) {
            together.add((Message.Said) next.get());
            next = together.size() < MOST_IN_A_FLUSH
                    ? mailbox.nextIf(Message.Said.class::isInstance)
                    : Optional.empty();
        }
        if (seated != null) {
            seated.hear(together);
        }
    }

    private void end(Message.ToEnd toEnd) {
        try {
            if (seated == null) {
                over = true;
                toEnd.done().complete(parts.ends().unattended(id, toEnd.wish()));
            } else {
                toEnd.done().complete(seated.end(toEnd.wish()));
            }
        } catch (RuntimeException e) {
            toEnd.done().completeExceptionally(e);
            throw e;
        }
    }
}
