package ai.jiga.store.contracts.session;

import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.SessionId;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the store says on a session's line: the `data` of its frames. What is null is left out.
public sealed interface SessionSays {
    /// The `type` of its frame.
    default String type() {
        return switch (this) {
            case Started _ -> "session_started";
            case DofUpdate _ -> "dof_update";
            case AgentResponse _ -> "agent_response";
            case EventDetected _ -> "event_detected";
            case Warning _ -> "warning";
            case Ack _ -> "ack";
            case Failed _, Refused _ -> "error";
            case Ended _ -> "session_ended";
            case Pong _ -> "pong";
        };
    }

    /// The first frame of each connection.
    ///
    /// @param status `active` or `paused`
    /// @param provider what the agent's owner asked for; absent together with `runtime` where nobody chose
    /// @param runtime what really answers
    /// @param resumedFromSeq the last `seq` that was accepted; 0 before the first
    /// @param expiresAt the session's time limit
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Started(
            SessionId sessionId,
            String status,
            @Nullable String provider,
            @Nullable String runtime,
            Balance dof,
            long resumedFromSeq,
            Instant expiresAt,
            Limits limits)
            implements SessionSays {}

    /// @param rate DOF of an active hour
    record Balance(Dof allocated, Dof consumed, Dof remaining, Dof rate) {}

    /// What a client may send.
    ///
    /// @param messageBytes of one message, its fragments together
    /// @param imageBytes of a picture, before base64
    /// @param levels how deep JSON may be nested
    record Limits(
            int messageBytes,
            int imageBytes,
            int voiceSeconds,
            int textCharacters,
            int levels,
            List<String> imageFormats,
            List<String> voiceFormats) {}

    /// How the bill stands.
    ///
    /// @param rate DOF of an active hour
    /// @param estimatedTimeRemaining seconds until the allocation is used up by time alone; absent while the clock
    ///     stands
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DofUpdate(
            Dof consumed,
            Dof remaining,
            Dof rate,
            boolean paused,
            @Nullable Long estimatedTimeRemaining) implements SessionSays {}

    /// Something about a frame of the client. The last such says what the whole of it cost.
    sealed interface About extends SessionSays {
        About with(Mark mark);
    }

    /// Where something stands among what is said about a frame.
    ///
    /// @param done whether it is the last word
    /// @param dofConsumed on the last word, and on no other
    /// @param replayed true when the frame came before and is not charged again; absent otherwise
    record Mark(
            boolean done,
            @Nullable Dof dofConsumed,
            @Nullable Boolean replayed) {}

    /// What the agent says.
    ///
    /// @param part of a piece of the answer while the rest is still coming, from 1
    /// @param kind `commentary`, `team_message`, `memory` or `lesson`; absent for the answer itself
    /// @param title of a lesson
    /// @param level of a lesson
    /// @param emotion how to say it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AgentResponse(
            @Nullable Integer part,
            @Nullable String kind,
            @Nullable String title,
            @Nullable String level,
            String text,
            @Nullable String emotion,
            boolean done,
            @Nullable Dof dofConsumed,
            @Nullable Boolean replayed)
            implements About {
        public static AgentResponse answer(String text, @Nullable String emotion) {
            return new AgentResponse(null, null, null, null, text, emotion, false, null, null);
        }

        public static AgentResponse part(int part, String text) {
            return new AgentResponse(part, null, null, null, text, null, false, null, null);
        }

        public static AgentResponse of(String kind, String text) {
            return new AgentResponse(null, kind, null, null, text, null, false, null, null);
        }

        public static AgentResponse lesson(String title, String level, String text) {
            return new AgentResponse(null, "lesson", title, level, text, null, false, null, null);
        }

        public AgentResponse withText(String other) {
            return new AgentResponse(part, kind, title, level, other, emotion, done, dofConsumed, replayed);
        }

        @Override
        public AgentResponse with(Mark mark) {
            return new AgentResponse(
                    part, kind, title, level, text, emotion, mark.done(), mark.dofConsumed(), mark.replayed());
        }
    }

    /// The agent made something out, or used a tool.
    ///
    /// @param kind `sound`, `tool`, or what happened in the game
    /// @param direction of a sound
    /// @param tool of the toolkit
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EventDetected(
            String kind,
            String text,
            @Nullable String direction,
            @Nullable String tool,
            boolean done,
            @Nullable Boolean replayed)
            implements About {
        public EventDetected(String kind, String text, @Nullable String direction, @Nullable String tool) {
            this(kind, text, direction, tool, false, null);
        }

        @Override
        public EventDetected with(Mark mark) {
            return new EventDetected(kind, text, direction, tool, mark.done(), mark.replayed());
        }
    }

    /// What the player should know now.
    ///
    /// @param remaining DOF, with the store's own warnings
    /// @param done false where it is about a frame; absent otherwise
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Warning(
            String code,
            String text,
            @Nullable Dof remaining,
            @Nullable Boolean done,
            @Nullable Boolean replayed) implements About {
        public Warning(String code, String text) {
            this(code, text, null, null, null);
        }

        /// Less than so much of the allocation is left.
        public static Warning lowBalance(int percent, Dof remaining) {
            return new Warning(
                    "LOW_BALANCE_" + percent,
                    "Less than " + percent + " % of the allocation is left: " + remaining + " DOF.",
                    remaining,
                    null,
                    null);
        }

        @Override
        public Warning with(Mark mark) {
            return new Warning(code, text, remaining, mark.done(), mark.replayed());
        }
    }

    /// The frame was taken in, and nothing is said to it, or nothing more.
    ///
    /// @param forgotten true when there was an answer, which is no longer kept; absent otherwise
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Ack(
            @Nullable Boolean forgotten,
            boolean done,
            @Nullable Dof dofConsumed,
            @Nullable Boolean replayed) implements About {
        public static final Ack PLAIN = new Ack(null, false, null, null);
        public static final Ack FORGOTTEN = new Ack(true, false, null, null);

        @Override
        public Ack with(Mark mark) {
            return new Ack(forgotten, mark.done(), mark.dofConsumed(), mark.replayed());
        }
    }

    /// An answer that failed: the frame was accepted, and is free; to be asked again under the next `seq`.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Failed(
            String code,
            String message,
            boolean accepted,
            boolean done,
            @Nullable Dof dofConsumed,
            @Nullable Boolean replayed)
            implements About {
        public Failed(String code, String message) {
            this(code, message, true, false, null, null);
        }

        @Override
        public Failed with(Mark mark) {
            return new Failed(code, message, accepted, mark.done(), mark.dofConsumed(), mark.replayed());
        }
    }

    /// What was not accepted, or why the line ends. With a `seq` it says that it cost nothing, and that the `seq` is
    /// free for the next.
    ///
    /// @param accepted false with a `seq`, absent without
    /// @param errors what is wrong with each key of a configuration
    /// @param extra what the code brings along, such as `expected`
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refused(
            String code,
            String message,
            @Nullable Boolean accepted,
            @Nullable Boolean done,
            @Nullable Dof dofConsumed,
            @Nullable List<Rejection.FieldError> errors,
            @JsonAnyGetter Map<String, Object> extra)
            implements SessionSays {}

    /// The last frame.
    ///
    /// @param released DOF that return to the wallet
    record Ended(String reason, Dof consumed, Dof released) implements SessionSays {}

    /// The answer to ping.
    @JsonSerialize
    record Pong() implements SessionSays {}
}
