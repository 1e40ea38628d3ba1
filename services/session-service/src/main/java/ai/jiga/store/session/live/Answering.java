package ai.jiga.store.session.live;

import ai.jiga.store.contracts.session.SessionSays;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.lines.Connection;
import ai.jiga.store.models.Act;
import ai.jiga.store.models.Conversation;
import ai.jiga.store.models.ModelException;
import ai.jiga.store.models.Reply;
import ai.jiga.store.session.model.FrameAllowance;
import ai.jiga.store.session.model.Memory;
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
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets the agent answer what a client sent, prices it, makes it durable, and only then acknowledges it. Frames that
/// wait together become durable together. A frame is charged once the agent has understood it, by what was measured
/// here; each gets one last word, which says what it cost.
final class Answering {
    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);
    private static final int LONGEST_SNAPSHOT = 16 * 1_024;
    private static final int LONGEST_EXCUSE = 500;

    private final Meter meter;
    private final Bill bill;
    private final RecordUsage usage;
    private final ServerFrames say;
    private final KeptAnswers kept;
    private final Tariff tariff;
    private final Abilities abilities;
    private final FrameAllowance pictures;
    private final List<Pending> pending = new ArrayList<>();
    private Conversation conversation;
    private Memory memory;

    /// @param memory what the agent has kept of this player
    Answering(
            Meter meter,
            Bill bill,
            RecordUsage usage,
            ServerFrames say,
            KeptAnswers kept,
            Conversation conversation,
            Memory memory,
            Abilities abilities) {
        this.meter = meter;
        this.bill = bill;
        this.usage = usage;
        this.say = say;
        this.kept = kept;
        this.conversation = conversation;
        this.memory = memory;
        this.tariff = new Tariff(meter.session().terms().tariffPercent());
        this.abilities = abilities;
        this.pictures = FrameAllowance.of(abilities.agent().rank());
    }

    /// Where the conversation stands. An engine that cannot say it starts anew the next time, and says so.
    String snapshot() {
        try {
            return Words.of(conversation.snapshot(), LONGEST_SNAPSHOT);
        } catch (RuntimeException e) {
            LOG.error("the agent of session {} lost its notes", meter.session().id(), e);
            return "";
        }
    }

    /// Another conversation goes on in this one's place.
    void conversation(Conversation next) {
        close();
        conversation = next;
    }

    void close() {
        try {
            conversation.close();
        } catch (RuntimeException e) {
            LOG.error(
                    "the conversation of session {} could not be closed",
                    meter.session().id(),
                    e);
        }
    }

    Memory memory() {
        return memory;
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
        Optional<Rejection> refusal = refusal(frame, seq, expected);
        if (refusal.isPresent()) {
            client.send(say.refused(seq, refusal.get()));
            return true;
        }
        return answer(frame, seq, client, now);
    }

    /// Why a frame is not accepted, as far as that is known before the agent hears of it.
    private Optional<Rejection> refusal(ClientFrame.Metered frame, long seq, long expected) {
        if (seq > expected) {
            return Optional.of(Rejection.of(ErrorCode.SEQ_OUT_OF_ORDER, "The next frame has seq " + expected + ".")
                    .with("expected", expected));
        }
        if (!meter.session().time().isRunning()) {
            return Optional.of(Rejection.of(ErrorCode.SESSION_PAUSED, "The session is paused. Send 'resume' first."));
        }
        if (frame instanceof ClientFrame.Picture && !abilities.sees()) {
            return Optional.of(Rejection.of(
                    ErrorCode.FRAMES_NOT_READ,
                    "This agent does not look at pictures: it lacks the observation tool. Send it game events."));
        }
        if (frame instanceof ClientFrame.Voice && !abilities.hears()) {
            return Optional.of(
                    Rejection.of(ErrorCode.NO_VOICE_CHAT, "This agent has no voice chat. Write to it instead."));
        }
        return Optional.empty();
    }

    private boolean answer(ClientFrame.Metered frame, long seq, Connection client, Instant now) {
        Dof open = waiting();
        boolean stream = meter.covers(open.plus(tariff.dearestAnswer()), now);
        var parts = new AtomicInteger();
        var streamed = new Words.Streamed(
                piece -> client.send(say.part(seq, parts.incrementAndGet(), piece)), Abilities.LONGEST_ANSWER);
        Pending answer;
        try {
            Reply reply = conversation.handle(frame.stimulus(now), part -> {
                if (stream) {
                    streamed.accept(part);
                }
            });
            answer = judged(reply, frame, seq, streamed.told(), now);
        } catch (ModelException e) {
            String why = Objects.requireNonNullElse(e.getMessage(), "The agent could not answer.");
            answer = failed(seq, Words.of(why, LONGEST_EXCUSE), now);
        } catch (RuntimeException e) {
            // An engine's own mistake is a failed answer too: this frame is done with, or it would be sent for ever.
            LOG.error(
                    "the agent of session {} broke down over frame {}",
                    meter.session().id(),
                    seq,
                    e);
            answer = failed(seq, "The agent broke down over this. Say it in another way, under the next 'seq'.", now);
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

    /// What came of a frame: what the agent was hired to do, priced unless it did not understand.
    private Pending judged(Reply reply, ClientFrame.Metered frame, long seq, int streamed, Instant now) {
        List<Act> acts = abilities.admitted(reply.acts());
        var lines = new ArrayList<UsageLine>();
        var remembered = new ArrayList<String>();
        if (reply.understood()) {
            own(frame, now).ifPresent(lines::add);
            for (Act act : acts) {
                tariff.price(act).ifPresent(lines::add);
                if (act instanceof Act.MemoryItem item) {
                    remembered.add(item.text());
                }
            }
        }
        List<SessionSays.About> told = ServerFrames.told(acts);
        var entry = new UsageEntry(seq, now, lines, resultOf(reply, acts), kept.write(told), false);
        return new Pending(entry, told, streamed, remembered);
    }

    private static UsageEntry.Result resultOf(Reply reply, List<Act> acts) {
        if (!reply.understood()) {
            return UsageEntry.Result.NOT_UNDERSTOOD;
        }
        return acts.stream().allMatch(Act.Warning.class::isInstance)
                ? UsageEntry.Result.TAKEN_IN
                : UsageEntry.Result.ANSWERED;
    }

    private Pending failed(long seq, String words, Instant now) {
        List<SessionSays.About> told = List.of(new SessionSays.Failed(ErrorCode.MODEL_FAILED.name(), words));
        var entry = new UsageEntry(seq, now, List.of(), UsageEntry.Result.FAILED, kept.write(told), false);
        return new Pending(entry, told, 0, List.of());
    }

    /// What the frame costs by itself.
    private Optional<UsageLine> own(ClientFrame.Metered frame, Instant now) {
        return switch (frame) {
            case ClientFrame.Text text -> Optional.empty();
            case ClientFrame.GameEvent event -> Optional.empty();
            case ClientFrame.Voice voice -> Optional.of(tariff.line(UsageAction.VOICE_IN, voice.seconds()));
            case ClientFrame.Picture picture -> {
                long price = pictures.price(now);
                yield price == 0 ? Optional.empty() : Optional.of(tariff.line(UsageAction.FRAME, 1, price));
            }
        };
    }

    /// A frame that came before: its answer is told again, with what it cost, and not charged.
    private void repeat(long seq, Connection client, Instant now) {
        flush(client, now);
        Optional<UsageEntry> entry = usage.find(meter.session().id(), seq);
        Dof dof = entry.map(UsageEntry::dof).orElse(Dof.ZERO);
        String words = entry.map(UsageEntry::words).orElse(null);
        boolean forgotten = entry.filter(UsageEntry::forgotten).isPresent();
        List<SessionSays.About> told = words != null
                ? kept.read(words)
                : List.of(forgotten ? SessionSays.Ack.FORGOTTEN : SessionSays.Ack.PLAIN);
        client.send(say.about(seq, told, dof, true).toArray(byte[][]::new));
    }

    /// Makes durable what waits, then tells the player.
    ///
    /// @throws ai.jiga.store.session.usecase.SeatLostException when another meters the session now
    void flush(@Nullable Connection client, Instant now) {
        if (pending.isEmpty()) {
            return;
        }
        List<UsageEntry> entries = pending.stream().map(Pending::entry).toList();
        List<String> remembered =
                pending.stream().flatMap(p -> p.remembered().stream()).toList();
        meter.recorded(usage.record(meter.session(), entries, meter.progress(), remembered));
        memory = memory.and(remembered);
        List<Pending> done = List.copyOf(pending);
        pending.clear();
        if (client == null) {
            return;
        }
        var leaving = new ArrayList<byte[]>();
        done.forEach(answer -> leaving.addAll(
                say.about(answer.entry().seq(), answer.rest(), answer.entry().dof(), false)));
        bill.charged(leaving, now);
        client.send(leaving.toArray(byte[][]::new));
    }

    private long lastSeq() {
        return pending.isEmpty() ? meter.lastSeq() : pending.getLast().entry().seq();
    }

    private Dof waiting() {
        return pending.stream().map(p -> p.entry().dof()).reduce(Dof.ZERO, Dof::plus);
    }
}
