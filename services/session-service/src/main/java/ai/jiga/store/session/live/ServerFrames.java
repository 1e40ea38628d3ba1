package ai.jiga.store.session.live;

import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.models.Act;
import ai.jiga.store.session.model.EndReason;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Writes what the store says on a session's line: `{type, seq?, timestamp, data}`.
final class ServerFrames {
    private final ObjectMapper json;
    private final InstantSource clock;

    ServerFrames(ObjectMapper json, InstantSource clock) {
        this.json = json;
        this.clock = clock;
    }

    String started(Meter meter, Instant now) {
        ObjectNode data = json.createObjectNode();
        data.put("sessionId", meter.session().id().value());
        data.put("status", meter.session().status().label());
        ObjectNode dof = data.putObject("dof");
        dof.put("allocated", meter.allocated().amount());
        dof.put("consumed", meter.consumed(now).amount());
        dof.put("remaining", meter.remaining(now).amount());
        dof.put("rate", meter.session().terms().rate().amount());
        data.put("resumedFromSeq", meter.lastSeq());
        data.put("expiresAt", meter.session().endsBy().toString());
        return frame("session_started", null, data);
    }

    String dofUpdate(Meter meter, Instant now) {
        ObjectNode data = json.createObjectNode();
        data.put("consumed", meter.consumed(now).amount());
        data.put("remaining", meter.remaining(now).amount());
        data.put("rate", meter.session().terms().rate().amount());
        data.put("paused", !meter.session().time().isRunning());
        Instant until = meter.exhaustedAt(now);
        if (until != null) {
            data.put(
                    "estimatedTimeRemaining",
                    Math.max(0, Duration.between(now, until).toSeconds()));
        }
        return frame("dof_update", null, data);
    }

    /// A piece of an answer, while the rest is still coming.
    String part(long seq, String text) {
        ObjectNode data = json.createObjectNode();
        data.put("text", text);
        data.put("done", false);
        return frame("agent_response", seq, data);
    }

    /// The end of an answer, with what the whole frame cost.
    String answered(long seq, String rest, @Nullable String emotion, Dof dof) {
        ObjectNode data = json.createObjectNode();
        data.put("text", rest);
        if (emotion != null) {
            data.put("emotion", emotion);
        }
        data.put("dofConsumed", dof.amount());
        data.put("done", true);
        return frame("agent_response", seq, data);
    }

    /// A frame was accepted and cost this; nothing more will be said about it.
    String acknowledged(long seq, Dof dof, boolean replayed) {
        ObjectNode data = json.createObjectNode();
        data.put("dofConsumed", dof.amount());
        if (replayed) {
            data.put("replayed", true);
        }
        return frame("ack", seq, data);
    }

    /// What an agent did besides answering. Null for the answer itself, which has a frame of its own.
    @Nullable
    String act(long seq, Act act) {
        return switch (act) {
            case Act.Chat chat -> null;
            case Act.Reasoning reasoning -> null;
            case Act.Commentary commentary -> said(seq, "commentary", commentary.text());
            case Act.TeamMessage message -> said(seq, "team_message", message.text());
            case Act.MemoryItem item -> said(seq, "memory", item.text());
            case Act.Lesson lesson -> {
                ObjectNode data = spoken("lesson", lesson.text());
                data.put("title", lesson.title());
                data.put("level", lesson.level().name().toLowerCase(java.util.Locale.ROOT));
                yield frame("agent_response", seq, data);
            }
            case Act.SoundEvent sound -> {
                ObjectNode data = detected("sound", sound.text());
                data.put("direction", sound.direction());
                yield frame("event_detected", seq, data);
            }
            case Act.ToolExecution tool -> {
                ObjectNode data = detected("tool", tool.summary());
                data.put("tool", tool.tool());
                yield frame("event_detected", seq, data);
            }
            case Act.EventDetected event -> frame("event_detected", seq, detected(event.kind(), event.text()));
            case Act.Warning warning -> {
                ObjectNode data = json.createObjectNode();
                data.put("code", warning.code());
                data.put("text", warning.text());
                yield frame("warning", seq, data);
            }
        };
    }

    String lowBalance(int percent, Dof remaining) {
        ObjectNode data = json.createObjectNode();
        data.put("code", "LOW_BALANCE_" + percent);
        data.put("text", "Less than " + percent + " % of the allocation is left: " + remaining + " DOF.");
        data.put("remaining", remaining.amount());
        return frame("warning", null, data);
    }

    String refused(@Nullable Long seq, Rejection rejection) {
        ObjectNode data = json.createObjectNode();
        data.put("code", rejection.code().name());
        data.put("message", rejection.detail());
        rejection.extra().forEach((name, value) -> data.set(name, json.valueToTree(value)));
        if (!rejection.errors().isEmpty()) {
            data.set("errors", json.valueToTree(rejection.errors()));
        }
        return frame("error", seq, data);
    }

    /// A failed answer: accepted, free, and to be asked again under the next `seq`.
    String failed(long seq, Rejection rejection) {
        ObjectNode data = json.createObjectNode();
        data.put("code", rejection.code().name());
        data.put("message", rejection.detail());
        data.put("dofConsumed", 0);
        return frame("error", seq, data);
    }

    String ended(EndReason reason, Dof consumed, Dof released) {
        ObjectNode data = json.createObjectNode();
        data.put("reason", reason.label());
        data.put("consumed", consumed.amount());
        data.put("released", released.amount());
        return frame("session_ended", null, data);
    }

    String pong() {
        return frame("pong", null, json.createObjectNode());
    }

    private String said(long seq, String kind, String text) {
        return frame("agent_response", seq, spoken(kind, text));
    }

    private ObjectNode spoken(String kind, String text) {
        ObjectNode data = json.createObjectNode();
        data.put("kind", kind);
        data.put("text", text);
        data.put("done", true);
        return data;
    }

    private ObjectNode detected(String kind, String text) {
        ObjectNode data = json.createObjectNode();
        data.put("kind", kind);
        data.put("text", text);
        return data;
    }

    private String frame(String type, @Nullable Long seq, ObjectNode data) {
        ObjectNode frame = json.createObjectNode();
        frame.put("type", type);
        if (seq != null) {
            frame.put("seq", seq);
        }
        frame.put("timestamp", clock.instant().toString());
        frame.set("data", data);
        try {
            return json.writeValueAsString(frame);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always JSON", e);
        }
    }
}
