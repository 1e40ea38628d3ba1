package ai.jiga.store.session.live;

import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.models.Act;
import ai.jiga.store.models.Conversation;
import ai.jiga.store.models.ModelException;
import ai.jiga.store.session.model.FrameAllowance;
import ai.jiga.store.session.model.Seat;
import ai.jiga.store.session.model.Tariff;
import ai.jiga.store.session.model.UsageAction;
import ai.jiga.store.session.model.UsageEntry;
import ai.jiga.store.session.model.UsageLine;
import ai.jiga.store.session.usecase.RecordUsage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets the agent answer what a client sent, prices it, makes it durable, and only then acknowledges it. Frames
/// that
/// wait together become durable together.
final class Answering {
    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);

    private final Meter meter;
    private final Seat seat;
    private final RecordUsage usage;
    private final ServerFrames say;
    private final Tariff tariff;
    private final FrameAllowance pictures;
    private final List<Pending> pending = new ArrayList<>();
    private Conversation conversation;

    Answering(Meter meter, RecordUsage usage, ServerFrames say, Conversation conversation, String rank) {
        this.meter = meter;
        this.seat = Objects.requireNonNull(meter.session().seat());
        this.usage = usage;
        this.say = say;
        this.conversation = conversation;
        this.tariff = new Tariff(meter.session().terms().tariffPercent());
        this.pictures = FrameAllowance.of(rank);
    }

    Conversation conversation() {
        return conversation;
    }

    void conversation(Conversation next) {
        conversation = next;
    }

    /// @return false when the allocation does not cover what the agent would do: the session is to end
    boolean hear(ClientFrame.Metered frame, Connection client, Instant now) {
        Long given = frame.seq();
        if (given == null || given < 1) {
            client.send(say.refused(
                    null,
                    Rejection.of(
                            ErrorCode.SEQ_REQUIRED, "This frame can cost something: it needs a 'seq' of 1 or more.")));
            return true;
        }
        long seq = given;
        long expected = lastSeq() + 1;
        if (seq < expected) {
            repeat(seq, client, now);
            return true;
        }
        if (seq > expected) {
            client.send(say.refused(
                    seq,
                    Rejection.of(ErrorCode.SEQ_OUT_OF_ORDER, "The next frame has seq " + expected + ".")
                            .with("expected", expected)));
            return true;
        }
        if (!meter.session().time().isRunning()) {
            client.send(say.refused(
                    seq, Rejection.of(ErrorCode.SESSION_PAUSED, "The session is paused. Send 'resume' first.")));
            return true;
        }
        return answer(frame, seq, client, now);
    }

    private boolean answer(ClientFrame.Metered frame, long seq, Connection client, Instant now) {
        var lines = new ArrayList<>(before(frame, now));
        Dof open = waiting();
        boolean stream = meter.covers(open.plus(tariff.dearestAnswer()), now);
        var streamed = new int[1];
        Pending answer;
        try {
            List<Act> acts = conversation
                    .handle(frame.stimulus(now), part -> {
                        if (stream) {
                            streamed[0] += part.length();
                            client.send(say.part(seq, part));
                        }
                    })
                    .acts();
            acts.forEach(act -> tariff.price(act).ifPresent(lines::add));
            answer = new Pending(new UsageEntry(seq, now, lines, resultOf(acts)), acts, streamed[0], null);
        } catch (ModelException e) {
            answer = new Pending(
                    new UsageEntry(seq, now, List.of(), UsageEntry.Result.FAILED),
                    List.of(),
                    0,
                    Objects.requireNonNullElse(e.getMessage(), "The agent could not answer."));
        } catch (RuntimeException e) {
            // An engine's own mistake is a failed answer too: this frame is done with, or it would be sent for ever.
            LOG.error(
                    "the agent of session {} broke down over frame {}",
                    meter.session().id(),
                    seq,
                    e);
            answer = new Pending(
                    new UsageEntry(seq, now, List.of(), UsageEntry.Result.FAILED),
                    List.of(),
                    0,
                    "The agent broke down over this. Say it in another way, under the next 'seq'.");
        }
        if (!meter.covers(open.plus(answer.entry().dof()), now)) {
            flush(client, now);
            client.send(say.refused(
                    seq,
                    Rejection.of(
                                    ErrorCode.ALLOCATION_EXHAUSTED,
                                    "The rest of the allocation does not cover this. The session ends, and the rest"
                                            + " returns to your wallet.")
                            .with("required", answer.entry().dof())
                            .with("remaining", meter.remaining(now))));
            return false;
        }
        pending.add(answer);
        return true;
    }

    private static UsageEntry.Result resultOf(List<Act> acts) {
        return acts.stream().allMatch(Act.Warning.class::isInstance)
                ? UsageEntry.Result.TAKEN_IN
                : UsageEntry.Result.ANSWERED;
    }

    /// What the frame costs by itself.
    private List<UsageLine> before(ClientFrame.Metered frame, Instant now) {
        return switch (frame) {
            case ClientFrame.Text text -> List.of();
            case ClientFrame.GameEvent event -> List.of();
            case ClientFrame.Voice voice -> List.of(tariff.line(UsageAction.VOICE_IN, voice.seconds()));
            case ClientFrame.Picture picture -> {
                long price = pictures.price(now);
                yield price == 0 ? List.of() : List.of(tariff.line(UsageAction.FRAME, 1, price));
            }
        };
    }

    /// A frame that came before: told again what it cost, and not charged.
    private void repeat(long seq, Connection client, Instant now) {
        flush(client, now);
        Dof dof = usage.find(meter.session().id(), seq).map(UsageEntry::dof).orElse(Dof.ZERO);
        client.send(say.acknowledged(seq, dof, true));
    }

    /// Makes durable what waits, then tells the player.
    ///
    /// @throws ai.jiga.store.session.usecase.SeatLostException when another meters the session now
    void flush(@Nullable Connection client, Instant now) {
        if (pending.isEmpty()) {
            return;
        }
        List<UsageEntry> entries = pending.stream().map(Pending::entry).toList();
        List<String> remembered = pending.stream()
                .flatMap(p -> p.acts().stream())
                .flatMap(act -> act instanceof Act.MemoryItem item
                        ? Optional.of(item.text()).stream()
                        : Optional.<String>empty().stream())
                .toList();
        meter.recorded(usage.record(meter.session().id(), seat, entries, meter.progress(), remembered));
        List<Pending> done = List.copyOf(pending);
        pending.clear();
        if (client == null) {
            return;
        }
        done.forEach(answer -> tell(answer, client));
        client.send(say.dofUpdate(meter, now));
        meter.newlyBelow(now).ifPresent(mark -> client.send(say.lowBalance(mark, meter.remaining(now))));
    }

    private void tell(Pending answer, Connection client) {
        long seq = answer.entry().seq();
        Dof dof = answer.entry().dof();
        if (answer.failure() != null) {
            client.send(say.failed(seq, Rejection.of(ErrorCode.MODEL_FAILED, answer.failure())));
            return;
        }
        for (Act act : answer.acts()) {
            String frame = say.act(seq, act);
            if (frame != null) {
                client.send(frame);
            }
        }
        client.send(answer.acts().stream()
                .map(act -> switch (act) {
                    case Act.Chat chat -> answered(answer, chat.text(), chat.emotion());
                    case Act.Reasoning reasoning -> answered(answer, reasoning.text(), reasoning.emotion());
                    default -> null;
                })
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> say.acknowledged(seq, dof, false)));
    }

    private String answered(Pending answer, String text, @Nullable String emotion) {
        String rest = text.substring(Math.min(answer.streamed(), text.length()));
        return say.answered(answer.entry().seq(), rest, emotion, answer.entry().dof());
    }

    private long lastSeq() {
        return pending.isEmpty() ? meter.lastSeq() : pending.getLast().entry().seq();
    }

    private Dof waiting() {
        return pending.stream().map(p -> p.entry().dof()).reduce(Dof.ZERO, Dof::plus);
    }
}
