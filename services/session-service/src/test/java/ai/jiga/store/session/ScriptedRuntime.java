package ai.jiga.store.session;

import ai.jiga.store.models.Act;
import ai.jiga.store.models.AgentRuntime;
import ai.jiga.store.models.Brief;
import ai.jiga.store.models.Conversation;
import ai.jiga.store.models.ModelException;
import ai.jiga.store.models.Reply;
import ai.jiga.store.models.Stimulus;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An agent that does what the text asks for: `chat`, `reason`, `lesson`, `remember`, `sound`, `fail`, `break`,
/// `nothing`. It
/// counts what it was told, over pauses and takeovers too.
final class ScriptedRuntime implements AgentRuntime {
    @Override
    public String provider() {
        return "builtin";
    }

    @Override
    public Conversation open(Brief brief, @Nullable String snapshot) {
        if (brief.configuration().has("torn")) {
            throw new IllegalStateException("the script tore");
        }
        return new Scripted(snapshot == null ? 0 : Integer.parseInt(snapshot));
    }

    private static final class Scripted implements Conversation {
        private int told;

        private Scripted(int told) {
            this.told = told;
        }

        @Override
        public Reply handle(Stimulus stimulus, Consumer<String> parts) throws ModelException {
            told++;
            if (!(stimulus instanceof Stimulus.Text text)) {
                return new Reply(List.of());
            }
            return switch (text.text()) {
                case "chat" -> {
                    parts.accept("heard ");
                    yield new Reply(List.of(new Act.Chat("heard " + told, null)));
                }
                case "reason" -> new Reply(List.of(new Act.Reasoning("thought", "calm")));
                case "lesson" -> new Reply(List.of(new Act.Lesson("Aim", "Aim lower.", Act.Level.BASIC)));
                case "remember" -> new Reply(List.of(new Act.MemoryItem("likes Crossfire")));
                case "sound" -> new Reply(List.of(new Act.SoundEvent("steps", "left")));
                case "break" -> throw new IllegalStateException("the script tore");
                case "fail" -> throw new ModelException("The agent is asleep.", true);
                default -> new Reply(List.of());
            };
        }

        @Override
        public String snapshot() {
            return Integer.toString(told);
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }
}
