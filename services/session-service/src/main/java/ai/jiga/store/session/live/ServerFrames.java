package ai.jiga.store.session.live;

import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.models.Act;
import ai.jiga.store.session.media.Picture;
import ai.jiga.store.session.media.VoiceClip;
import ai.jiga.store.session.model.EndReason;
import ai.jiga.store.session.model.Terms;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        data.put("expiresAt", meter.expectedEnd().toString());
        Terms terms = meter.session().terms();
        if (terms.provider() != null && terms.runtime() != null) {
            data.put("provider", terms.provider());
            data.put("runtime", terms.runtime());
        }
        ObjectNode limits = data.putObject("limits");
        limits.put("messageBytes", FrameLimits.MESSAGE_BYTES);
        limits.put("imageBytes", FrameLimits.IMAGE_BYTES);
        limits.put("voiceSeconds", VoiceClip.MOST_SECONDS);
        limits.put("textCharacters", FrameLimits.TEXT_CHARACTERS);
        limits.put("levels", FrameLimits.LEVELS);
        Picture.FORMATS.forEach(limits.putArray("imageFormats")::add);
        VoiceClip.FORMATS.forEach(limits.putArray("voiceFormats")::add);
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
    ///
    /// @param part which it is, from 1: an answer that is begun anew begins with 1 again
    String part(long seq, int part, String text) {
        ObjectNode data = json.createObjectNode();
        data.put("part", part);
        data.put("text", text);
        data.put("done", false);
        return frame("agent_response", seq, data);
    }

    /// What is said of these acts, in order. The last is the answer to the player, or that there is none.
    List<Told> told(List<Act> acts) {
        var told = new ArrayList<Told>();
        acts.forEach(act -> told.add(told(act)));
        boolean answers =
                !acts.isEmpty() && (acts.getLast() instanceof Act.Chat || acts.getLast() instanceof Act.Reasoning);
        if (!answers) {
            told.add(acknowledgement(false));
        }
        return told;
    }

    private Told told(Act act) {
        return switch (act) {
            case Act.Chat chat -> answer(chat.text(), chat.emotion());
            case Act.Reasoning reasoning -> answer(reasoning.text(), reasoning.emotion());
            case Act.Commentary commentary -> spoken("commentary", commentary.text());
            case Act.TeamMessage message -> spoken("team_message", message.text());
            case Act.MemoryItem item -> spoken("memory", item.text());
            case Act.Lesson lesson -> {
                Told told = spoken("lesson", lesson.text());
                told.data().put("title", lesson.title());
                told.data().put("level", lesson.level().name().toLowerCase(Locale.ROOT));
                yield told;
            }
            case Act.SoundEvent sound -> {
                Told told = detected("sound", sound.text());
                told.data().put("direction", sound.direction());
                yield told;
            }
            case Act.ToolExecution tool -> {
                Told told = detected("tool", tool.summary());
                told.data().put("tool", tool.tool());
                yield told;
            }
            case Act.EventDetected event -> detected(event.kind(), event.text());
            case Act.Warning warning -> {
                ObjectNode data = json.createObjectNode();
                data.put("code", warning.code());
                data.put("text", warning.text());
                yield new Told("warning", data);
            }
        };
    }

    private Told answer(String text, @Nullable String emotion) {
        ObjectNode data = json.createObjectNode();
        data.put("text", text);
        if (emotion != null) {
            data.put("emotion", emotion);
        }
        return new Told("agent_response", data);
    }

    /// A frame was accepted, and nothing is said to it.
    ///
    /// @param forgotten whether there was an answer, which is no longer kept
    Told acknowledgement(boolean forgotten) {
        ObjectNode data = json.createObjectNode();
        if (forgotten) {
            data.put("forgotten", true);
        }
        return new Told("ack", data);
    }

    /// A failed answer: accepted, free, and to be asked again under the next `seq`.
    Told failure(Rejection rejection) {
        ObjectNode data = json.createObjectNode();
        data.put("code", rejection.code().name());
        data.put("message", rejection.detail());
        data.put("accepted", true);
        return new Told("error", data);
    }

    /// What is kept to be said again; null when nothing was said.
    @Nullable
    String kept(List<Told> told) {
        if (told.size() == 1 && told.getFirst().type().equals("ack")) {
            return null;
        }
        return text(json.valueToTree(told));
    }

    List<Told> kept(String words) {
        try {
            return json.readerForListOf(Told.class).readValue(words);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was kept can be read", e);
        }
    }

    /// What the player has read already is not said twice.
    Told without(Told answer, int streamed) {
        if (streamed == 0 || !answer.type().equals("agent_response")) {
            return answer;
        }
        String text = answer.data().path("text").asText();
        ObjectNode rest = answer.data().deepCopy();
        return new Told(answer.type(), rest.put("text", text.substring(Math.min(streamed, text.length()))));
    }

    /// Something about a frame, before its last word.
    String before(long seq, Told told, boolean replayed) {
        return frame(told.type(), seq, marked(told, false, replayed));
    }

    /// The last word about a frame, with what the whole of it cost.
    String last(long seq, Told told, Dof dof, boolean replayed) {
        return frame(told.type(), seq, marked(told, true, replayed).put("dofConsumed", dof.amount()));
    }

    private static ObjectNode marked(Told told, boolean last, boolean replayed) {
        ObjectNode data = told.data().deepCopy();
        data.put("done", last);
        if (replayed) {
            data.put("replayed", true);
        }
        return data;
    }

    String lowBalance(int percent, Dof remaining) {
        ObjectNode data = json.createObjectNode();
        data.put("code", "LOW_BALANCE_" + percent);
        data.put("text", "Less than " + percent + " % of the allocation is left: " + remaining + " DOF.");
        data.put("remaining", remaining.amount());
        return frame("warning", null, data);
    }

    /// A frame that was not accepted: it cost nothing, and its `seq` is free for the next.
    String refused(@Nullable Long seq, Rejection rejection) {
        ObjectNode data = json.createObjectNode();
        data.put("code", rejection.code().name());
        data.put("message", rejection.detail());
        rejection.extra().forEach((name, value) -> data.set(name, json.valueToTree(value)));
        if (!rejection.errors().isEmpty()) {
            data.set("errors", json.valueToTree(rejection.errors()));
        }
        if (seq != null) {
            data.put("accepted", false);
            data.put("done", true);
            data.put("dofConsumed", 0);
        }
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

    private Told spoken(String kind, String text) {
        ObjectNode data = json.createObjectNode();
        data.put("kind", kind);
        data.put("text", text);
        return new Told("agent_response", data);
    }

    private Told detected(String kind, String text) {
        return new Told("event_detected", spoken(kind, text).data());
    }

    private String frame(String type, @Nullable Long seq, ObjectNode data) {
        ObjectNode frame = json.createObjectNode();
        frame.put("type", type);
        if (seq != null) {
            frame.put("seq", seq);
        }
        frame.put("timestamp", clock.instant().toString());
        frame.set("data", data);
        return text(frame);
    }

    private String text(JsonNode tree) {
        try {
            return json.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always JSON", e);
        }
    }
}
