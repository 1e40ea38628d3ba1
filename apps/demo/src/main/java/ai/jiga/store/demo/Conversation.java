package ai.jiga.store.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What the player knows of a session from its frames alone, over all its connections: which frame cost how much, the
/// last one acknowledged, and what the ticking bill said. Later the usage lines must say the same.
final class Conversation {
    private final Checks checks;
    private final Story story;
    private final String agent;
    private final long allocation;
    private final long rate;

    private final Map<Long, Long> chargedBySeq = new HashMap<>();
    private final Map<Long, StringBuilder> answers = new HashMap<>();
    private long chargedUnasked;
    private long lastSent;
    private long lastAcknowledged;
    private long consumed;
    private long lastShown = -1;
    private int ticks;
    private Optional<ObjectNode> ended = Optional.empty();

    Conversation(Checks checks, Story story, String agent, long allocation, long rate) {
        this.checks = checks;
        this.story = story;
        this.agent = agent;
        this.allocation = allocation;
        this.rate = rate;
    }

    Frame next(String type, ObjectNode data) {
        lastSent++;
        return Frame.sent(type, lastSent, data);
    }

    void heard(Frame frame) {
        switch (frame.type()) {
            case "agent_response" -> answer(frame);
            case "dof_update" -> tick(frame.data());
            case "event_detected" -> noticed(frame.data());
            case "warning" -> story.note("Warning: " + frame.data().path("code").asText());
            case "error" ->
                throw DemoStopped.failed("The store refused a frame of the match: %s %s"
                        .formatted(
                                frame.data().path("code").asText(),
                                frame.data().path("message").asText()));
            case "session_ended" -> ended = Optional.of(frame.data());
            default -> {
                // session_started, pong, acknowledgements and what later versions add: no words of their own.
            }
        }
        if (!frame.replayed()) {
            charge(frame);
        }
    }

    private void charge(Frame frame) {
        if (frame.settlesItsSeq()) {
            var seq = frame.seq().getAsLong();
            if (seq < 1 || seq > lastSent) {
                throw DemoStopped.failed("The store charged for frame " + seq + ", which was never sent.");
            }
            // A later last word (a comment after the acknowledgement) states the whole price of the frame.
            chargedBySeq.put(seq, frame.dofConsumed());
            lastAcknowledged = Math.max(lastAcknowledged, seq);
        } else if (frame.seq().isEmpty()
                && frame.data().hasNonNull("dofConsumed")
                && frame.data().path("done").asBoolean(true)) {
            chargedUnasked += frame.dofConsumed();
        }
    }

    private void answer(Frame frame) {
        if (frame.data().path("kind").isTextual()) {
            // Said beside the answer, which may be half way: to the team, as commentary, as a lesson.
            story.note(agent + ", " + frame.data().path("kind").asText().replace('_', ' ') + ": "
                    + frame.data().path("text").asText());
            return;
        }
        var key = frame.seq().orElse(0);
        var text = answers.computeIfAbsent(key, _ -> new StringBuilder());
        var part = frame.data().path("text").asText("");
        if (!text.isEmpty() && part.startsWith(text.toString())) {
            // A last part that repeats the whole replaces what it repeats.
            text.setLength(0);
        }
        text.append(part);
        if (frame.data().path("done").asBoolean(true)) {
            answers.remove(key);
            if (!text.toString().isBlank()) {
                story.says(agent, text.toString());
            }
        }
    }

    private void noticed(ObjectNode data) {
        for (var field : new String[] {"text", "message", "event", "kind"}) {
            if (data.path(field).isTextual() && !data.path(field).asText().isBlank()) {
                story.note(agent + " notices: " + data.path(field).asText());
                return;
            }
        }
    }

    private void tick(ObjectNode data) {
        var now = Answer.amount(data, "/consumed", "A dof_update");
        var remaining = Answer.amount(data, "/remaining", "A dof_update");
        checks.quietly("Consumed and remaining together", allocation, now + remaining);
        if (data.hasNonNull("rate")) {
            checks.quietly("The rate on the ticking bill", rate, Answer.amount(data, "/rate", "A dof_update"));
        }
        checks.holds("the ticking bill never goes down", now >= consumed);
        consumed = now;
        ticks++;
        // A line for each tick would drown the match.
        if (lastShown < 0 || now - lastShown >= 50) {
            lastShown = now;
            story.ticks(now, remaining);
        }
    }

    boolean acknowledged(long seq) {
        return chargedBySeq.containsKey(seq);
    }

    long lastAcknowledged() {
        return lastAcknowledged;
    }

    long lastSent() {
        return lastSent;
    }

    int ticks() {
        return ticks;
    }

    OptionalLong chargedFor(long seq) {
        var charged = chargedBySeq.get(seq);
        return charged == null ? OptionalLong.empty() : OptionalLong.of(charged);
    }

    Map<Long, Long> chargedBySeq() {
        return Map.copyOf(chargedBySeq);
    }

    long chargedUnasked() {
        return chargedUnasked;
    }

    Optional<ObjectNode> ended() {
        return ended;
    }
}
