package ai.jiga.store.session.live;

import ai.jiga.store.contracts.session.SessionFrame;
import ai.jiga.store.contracts.session.SessionSays;
import ai.jiga.store.contracts.session.SessionSays.Mark;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.models.Act;
import ai.jiga.store.session.media.Picture;
import ai.jiga.store.session.media.VoiceClip;
import ai.jiga.store.session.model.EndReason;
import ai.jiga.store.session.model.Terms;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Writes what the store says on a session's line, as it leaves: JSON in UTF-8.
final class ServerFrames {
    private static final SessionSays.Limits LIMITS = new SessionSays.Limits(
            FrameLimits.MESSAGE_BYTES,
            FrameLimits.IMAGE_BYTES,
            VoiceClip.MOST_SECONDS,
            FrameLimits.TEXT_CHARACTERS,
            FrameLimits.LEVELS,
            Picture.FORMATS,
            VoiceClip.FORMATS);

    private final ObjectWriter json;
    private final InstantSource clock;

    ServerFrames(ObjectMapper json, InstantSource clock) {
        this.json = json.writerFor(SessionFrame.class);
        this.clock = clock;
    }

    byte[] started(Meter meter, Instant now) {
        Terms terms = meter.session().terms();
        boolean chosen = terms.provider() != null && terms.runtime() != null;
        return frame(
                null,
                new SessionSays.Started(
                        meter.session().id(),
                        meter.session().status().label(),
                        chosen ? terms.provider() : null,
                        chosen ? terms.runtime() : null,
                        new SessionSays.Balance(
                                meter.allocated(), meter.consumed(now), meter.remaining(now), terms.rate()),
                        meter.lastSeq(),
                        meter.expectedEnd(),
                        LIMITS));
    }

    byte[] dofUpdate(Meter meter, Instant now) {
        Instant until = meter.exhaustedAt(now);
        Dof consumed = meter.consumed(now);
        return frame(
                null,
                new SessionSays.DofUpdate(
                        consumed,
                        meter.allocated().minus(consumed),
                        meter.session().terms().rate(),
                        !meter.session().time().isRunning(),
                        until == null
                                ? null
                                : (Long)
                                        Math.max(0, Duration.between(now, until).toSeconds())));
    }

    /// A piece of an answer, while the rest is still coming.
    ///
    /// @param part which it is, from 1: an answer that is begun anew begins with 1 again
    byte[] part(long seq, int part, String text) {
        return frame(seq, SessionSays.AgentResponse.part(part, text));
    }

    /// What is said of these acts, in order. The last is the answer to the player, or that there is none.
    static List<SessionSays.About> told(List<Act> acts) {
        var told = new ArrayList<SessionSays.About>();
        acts.forEach(act -> told.add(told(act)));
        boolean answers =
                !acts.isEmpty() && (acts.getLast() instanceof Act.Chat || acts.getLast() instanceof Act.Reasoning);
        if (!answers) {
            told.add(SessionSays.Ack.PLAIN);
        }
        return told;
    }

    private static SessionSays.About told(Act act) {
        return switch (act) {
            case Act.Chat chat -> SessionSays.AgentResponse.answer(chat.text(), chat.emotion());
            case Act.Reasoning reasoning -> SessionSays.AgentResponse.answer(reasoning.text(), reasoning.emotion());
            case Act.Commentary commentary -> SessionSays.AgentResponse.of("commentary", commentary.text());
            case Act.TeamMessage message -> SessionSays.AgentResponse.of("team_message", message.text());
            case Act.MemoryItem item -> SessionSays.AgentResponse.of("memory", item.text());
            case Act.Lesson lesson ->
                SessionSays.AgentResponse.lesson(
                        lesson.title(), lesson.level().name().toLowerCase(Locale.ROOT), lesson.text());
            case Act.SoundEvent sound -> new SessionSays.EventDetected("sound", sound.text(), sound.direction(), null);
            case Act.ToolExecution tool -> new SessionSays.EventDetected("tool", tool.summary(), null, tool.tool());
            case Act.EventDetected event -> new SessionSays.EventDetected(event.kind(), event.text(), null, null);
            case Act.Warning warning -> new SessionSays.Warning(warning.code(), warning.text());
        };
    }

    /// Everything that is said about a frame, the last of it with what the whole cost.
    ///
    /// @param told at least one
    /// @param replayed whether the frame came before
    List<byte[]> about(long seq, List<SessionSays.About> told, Dof dof, boolean replayed) {
        Boolean again = replayed ? true : null;
        var frames = new ArrayList<byte[]>(told.size());
        told.subList(0, told.size() - 1)
                .forEach(each -> frames.add(frame(seq, each.with(new Mark(false, null, again)))));
        frames.add(frame(seq, told.getLast().with(new Mark(true, dof, again))));
        return frames;
    }

    byte[] lowBalance(int percent, Dof remaining) {
        return frame(null, SessionSays.Warning.lowBalance(percent, remaining));
    }

    /// A frame that was not accepted: it cost nothing, and its `seq` is free for the next.
    byte[] refused(@Nullable Long seq, Rejection rejection) {
        boolean about = seq != null;
        return frame(
                seq,
                new SessionSays.Refused(
                        rejection.code().name(),
                        rejection.detail(),
                        about ? false : null,
                        about ? true : null,
                        about ? Dof.ZERO : null,
                        rejection.errors().isEmpty() ? null : rejection.errors(),
                        rejection.extra()));
    }

    byte[] ended(EndReason reason, Dof consumed, Dof released) {
        return frame(null, new SessionSays.Ended(reason.label(), consumed, released));
    }

    byte[] pong() {
        return frame(null, new SessionSays.Pong());
    }

    private byte[] frame(@Nullable Long seq, SessionSays data) {
        try {
            return json.writeValueAsBytes(SessionFrame.of(seq, clock.instant(), data));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a frame is always JSON", e);
        }
    }
}
