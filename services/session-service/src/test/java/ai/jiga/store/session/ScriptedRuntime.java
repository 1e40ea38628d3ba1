package ai.jiga.store.session;

import ai.jiga.store.models.Act;
import ai.jiga.store.models.AgentRuntime;
import ai.jiga.store.models.Brief;
import ai.jiga.store.models.Conversation;
import ai.jiga.store.models.ModelException;
import ai.jiga.store.models.Reply;
import ai.jiga.store.models.Stimulus;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An agent that does what it is told, one thing for each word between plus signs: `chat`, `reason`, `lesson+sound`,
/// `recall` (how much it has kept of the player), `huh` (it did not understand), `fail`, `break`,
/// `wait` (until it may go on), `nothing`. It counts
/// what it was told, over pauses and takeovers
/// too.
final class ScriptedRuntime implements AgentRuntime {
    /// What the word `wait` waits for.
    final Semaphore mayGoOn = new Semaphore(0);

    @Override
    public String provider() {
        return "builtin";
    }

    @Override
    public Conversation open(Brief brief, @Nullable String snapshot) {
        if (brief.configuration().has("torn")) {
            throw new IllegalStateException("the script tore");
        }
        int kept = brief.configuration().path("memory").size();
        return new Scripted(snapshot == null ? 0 : Integer.parseInt(snapshot), kept, mayGoOn);
    }

    private static final class Scripted implements Conversation {
        private final int kept;
        private final Semaphore mayGoOn;
        private int told;

        private Scripted(int told, int kept, Semaphore mayGoOn) {
            this.told = told;
            this.kept = kept;
            this.mayGoOn = mayGoOn;
        }

        @Override
        public Reply handle(Stimulus stimulus, Consumer<String> parts) throws ModelException {
            told++;
            return switch (stimulus) {
                case Stimulus.Text text -> played(text.text(), parts);
                case Stimulus.Voice voice -> played(String.valueOf(voice.transcript()), parts);
                case Stimulus.GameEvent event -> played(event.kind(), parts);
                case Stimulus.Frame frame -> new Reply(List.of());
            };
        }

        private Reply played(String script, Consumer<String> parts) throws ModelException {
            List<Act> acts = new ArrayList<>();
            boolean understood = true;
            for (String word : script.split("[+]")) {
                switch (word) {
                    case "chat" -> {
                        parts.accept("heard ");
                        acts.add(new Act.Chat("heard " + told, null));
                    }
                    case "reason" -> acts.add(new Act.Reasoning("thought", "calm"));
                    case "blank" -> acts.add(new Act.Chat(" ", null));
                    case "long" -> acts.add(new Act.Chat("x".repeat(30_000), null));
                    case "lesson" -> acts.add(new Act.Lesson("Aim", "Aim lower.", Act.Level.BASIC));
                    case "remember" -> acts.add(new Act.MemoryItem("likes Crossfire"));
                    case "sound" -> acts.add(new Act.SoundEvent("steps", "left"));
                    case "comment" -> acts.add(new Act.Commentary("What a goal! Two to nil.", 20));
                    case "team" -> acts.add(new Act.TeamMessage("Push B."));
                    case "tool" -> acts.add(new Act.ToolExecution("observation", "Looked."));
                    case "made-up-tool" -> acts.add(new Act.ToolExecution("crystal_ball", "Foresaw it."));
                    case "warn" -> acts.add(new Act.Warning("LOW_HEALTH", "Take cover."));
                    case "detect" -> acts.add(new Act.EventDetected("streak", "Three in a row."));
                    case "odd" -> acts.add(new Act.Chat("a\0b\uD83D", "c\0"));
                    case "cut" -> {
                        parts.accept("so \uD83D");
                        parts.accept("\uDE00 it");
                        acts.add(new Act.Chat("so \uD83D\uDE00 it is", null));
                    }
                    case "recall" -> acts.add(new Act.Chat("kept " + kept, null));
                    case "wait" -> mayGoOn.acquireUninterruptibly();
                    case "huh" -> understood = false;
                    case "break" -> throw new IllegalStateException("the script tore");
                    case "fail" -> throw new ModelException("The agent is asleep.", true);
                    default -> {
                        // Says nothing.
                    }
                }
            }
            return new Reply(acts, understood);
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
