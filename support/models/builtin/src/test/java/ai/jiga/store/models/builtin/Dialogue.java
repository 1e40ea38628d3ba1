package ai.jiga.store.models.builtin;

import ai.jiga.store.models.Act;
import ai.jiga.store.models.Brief;
import ai.jiga.store.models.Conversation;
import ai.jiga.store.models.Stimulus;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A dialogue in a text file. Lines:
/// ```
/// # a comment
/// agent NAME                     a system agent
/// with KEY=VALUE                 what is different about it: name, rank, type, language, nationality, voice, game
///                                (of its specialization), tools (by spaces; +tool adds, -tool takes away), speaks
///                                (voice, commentary, nothing), memory (yes, no), kept (a memory), message
/// > event M:SS KIND {JSON}       what happens in the game, at minute and second of the session
/// > say M:SS TEXT
/// > voice M:SS SECONDS TEXT      (without TEXT nothing was made out)
/// > frame M:SS BYTES
/// < ACT ...                      what the agent does; none: it stays silent
/// ```
final class Dialogue {

    private static final Instant START = Instant.parse("2026-03-01T18:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> lines;

    Dialogue(String text) {
        this.lines = text.lines().filter(line -> !line.startsWith("<")).toList();
    }

    /// The file as it must be: what was put in, and what the agent did.
    String played() throws Exception {
        return played(brief(), START, UnaryOperator.identity());
    }

    /// The same with another agent.
    String playedBy(Brief brief) throws Exception {
        return played(brief, START, UnaryOperator.identity());
    }

    /// The same at another time.
    String playedAt(Instant start) throws Exception {
        return played(brief(), start, UnaryOperator.identity());
    }

    /// The same with a conversation that is closed and opened again after each stimulus.
    String playedResuming() throws Exception {
        Brief brief = brief();
        return played(brief, START, conversation -> {
            String snapshot = conversation.snapshot();
            conversation.close();
            return new BuiltinRuntime().open(brief, snapshot);
        });
    }

    private String played(Brief brief, Instant start, UnaryOperator<Conversation> between) throws Exception {
        Conversation conversation = new BuiltinRuntime().open(brief, null);
        StringBuilder out = new StringBuilder();
        for (String line : lines) {
            out.append(line).append('\n');
            Stimulus stimulus = stimulus(line, start);
            if (stimulus != null) {
                for (Act act : conversation.handle(stimulus, part -> {}).acts()) {
                    out.append("< ").append(written(act)).append('\n');
                }
                conversation = between.apply(conversation);
            }
        }
        return out.toString();
    }

    List<Stimulus> stimuli() throws IOException {
        List<Stimulus> stimuli = new ArrayList<>();
        for (String line : lines) {
            Stimulus stimulus = stimulus(line, START);
            if (stimulus != null) {
                stimuli.add(stimulus);
            }
        }
        return stimuli;
    }

    Brief brief() {
        Brief brief = null;
        for (String line : lines) {
            if (line.startsWith("agent ")) {
                brief = SystemAgents.named(line.substring(6).strip());
            } else if (line.startsWith("with ") && brief != null) {
                String[] pair = line.substring(5).split("=", 2);
                brief = with(brief, pair[0].strip(), pair[1].strip());
            }
        }
        if (brief == null) {
            throw new IllegalStateException("A dialogue begins with its agent");
        }
        return brief;
    }

    static Brief with(Brief b, String key, String value) {
        ObjectNode configuration = b.configuration().deepCopy();
        if (key.equals("kept")) {
            ArrayNode memory = configuration.withArray("memory");
            memory.add(value);
        }
        return new Brief(
                b.agentId(),
                key.equals("name") ? value : b.name(),
                key.equals("rank") ? value : b.rank(),
                key.equals("type") ? value : b.type(),
                b.provider(),
                key.equals("nationality") ? value : b.nationality(),
                key.equals("language") ? value : b.language(),
                key.equals("voice") ? value : b.voiceId(),
                key.equals("speaks") ? value.equals("voice") : b.voiceChat(),
                key.equals("speaks") ? value.equals("commentary") : b.commentator(),
                key.equals("memory") ? value.equals("yes") : b.memory(),
                key.equals("tools") ? tools(b.toolkit(), value) : b.toolkit(),
                key.equals("game") ? new Brief.Specialization(List.of(value), value, "Experience") : b.specialization(),
                configuration,
                key.equals("message") ? value : b.playerMessage());
    }

    private static Set<String> tools(Set<String> before, String value) {
        List<String> words = Arrays.asList(value.split(" "));
        Set<String> tools = new TreeSet<>(words.stream().allMatch(w -> w.matches("[+-].*")) ? before : Set.of());
        for (String word : words) {
            if (word.startsWith("-")) {
                tools.remove(word.substring(1));
            } else {
                tools.add(word.replace("+", ""));
            }
        }
        return tools;
    }

    private static @Nullable Stimulus stimulus(String line, Instant start) throws IOException {
        if (!line.startsWith("> ")) {
            return null;
        }
        String[] words = line.substring(2).split(" ", 3);
        String[] time = words[1].split(":");
        Instant at = start.plusSeconds(Long.parseLong(time[0]) * 60 + Long.parseLong(time[1]));
        String rest = words.length > 2 ? words[2] : "";
        String[] pair = rest.split(" ", 2);
        return switch (words[0]) {
            case "say" -> new Stimulus.Text(at, rest);
            case "voice" -> new Stimulus.Voice(at, Long.parseLong(pair[0]), pair.length > 1 ? pair[1] : null);
            case "event" -> new Stimulus.GameEvent(at, pair[0], JSON.readTree(pair.length > 1 ? pair[1] : "{}"));
            case "frame" -> new Stimulus.Frame(at, Long.parseLong(rest));
            default -> throw new IllegalArgumentException("Not a stimulus: " + line);
        };
    }

    private static String written(Act act) {
        return switch (act) {
            case Act.Chat chat -> "Chat (" + chat.emotion() + ") " + chat.text();
            case Act.Reasoning reasoning -> "Reasoning (" + reasoning.emotion() + ") " + reasoning.text();
            case Act.Commentary c -> "Commentary x" + c.sentences() + " " + c.text();
            case Act.TeamMessage m -> "TeamMessage " + m.text();
            case Act.MemoryItem m -> "MemoryItem " + m.text();
            case Act.Lesson l -> "Lesson " + l.level() + " [" + l.title() + "] " + l.text();
            case Act.SoundEvent s -> "SoundEvent (" + s.direction() + ") " + s.text();
            case Act.ToolExecution t -> "ToolExecution " + t.tool() + ": " + t.summary();
            case Act.Warning w -> "Warning " + w.code() + " " + w.text();
            case Act.EventDetected e -> "EventDetected " + e.kind() + " " + e.text();
        };
    }
}
