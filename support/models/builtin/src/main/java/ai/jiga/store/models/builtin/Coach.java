package ai.jiga.store.models.builtin;

import ai.jiga.store.models.Act;
import ai.jiga.store.models.Conversation;
import ai.jiga.store.models.Reply;
import ai.jiga.store.models.Stimulus;
import ai.jiga.store.models.builtin.advice.Answers;
import ai.jiga.store.models.builtin.advice.Notebook;
import ai.jiga.store.models.builtin.advice.Notices;
import ai.jiga.store.models.builtin.agent.Agent;
import ai.jiga.store.models.builtin.agent.Tool;
import ai.jiga.store.models.builtin.intent.Understanding;
import ai.jiga.store.models.builtin.match.EventData;
import ai.jiga.store.models.builtin.match.EventKind;
import ai.jiga.store.models.builtin.match.Match;
import ai.jiga.store.models.builtin.match.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// One conversation: what the agent is does not change, what it knows is in the notebook. Its answers are whole at
/// once,
/// and so do not come in parts.
final class Coach implements Conversation {

    private final Agent agent;
    private final Snapshots snapshots;
    private final Answers answers;
    private final Notices notices;
    private Notebook notebook;
    private boolean lost;

    /// @param lost whether there were notes that could not be read
    Coach(Agent agent, Notebook notebook, Snapshots snapshots, boolean lost) {
        this.agent = agent;
        this.notebook = notebook;
        this.snapshots = snapshots;
        this.answers = new Answers(agent);
        this.notices = new Notices(agent);
        this.lost = lost;
    }

    @Override
    public Reply handle(Stimulus stimulus, Consumer<String> parts) {
        notebook = notebook.nextTurn();
        List<Act> acts = new ArrayList<>();
        if (lost) {
            acts.add(new Act.Warning("NOTES_LOST", "I lost my notes of this match and start again from here."));
            lost = false;
        }
        Reply reply = switch (stimulus) {
            case Stimulus.Text text -> answer(text.text(), text.at().toEpochMilli(), false);
            case Stimulus.Voice voice -> voice(voice);
            case Stimulus.GameEvent event -> event(event);
            case Stimulus.Frame frame -> frame();
        };
        acts.addAll(reply.acts());
        return new Reply(acts, reply.understood());
    }

    @Override
    public String snapshot() {
        return snapshots.write(notebook);
    }

    @Override
    public void close() {}

    private Reply answer(String text, long now, boolean spoken) {
        Answers.Answer answer = answers.answer(Understanding.of(text), notebook, now, spoken);
        notebook = answer.notebook();
        return new Reply(answer.acts(), answer.served());
    }

    private Reply voice(Stimulus.Voice voice) {
        if (!agent.voiceChat()) {
            return notUnderstood(new Act.Warning("NO_VOICE_CHAT", "This agent has no voice chat; please write to it."));
        }
        String said = voice.transcript();
        if (said == null || said.isBlank()) {
            return notUnderstood(new Act.Warning(
                    "VOICE_NOT_UNDERSTOOD", "I heard you, but got no words. Please say it again or write it."));
        }
        if (!agent.has(Tool.VOICE_INSTRUCTION)) {
            return notUnderstood(new Act.Chat(
                    "I do not have the voice instruction tool, so I cannot answer by voice. Please write to me.",
                    "calm"));
        }
        return answer(said, voice.at().toEpochMilli(), true);
    }

    private Reply event(Stimulus.GameEvent event) {
        EventKind kind = EventKind.of(event.kind());
        if (kind == null) {
            notebook = notebook.ignoring(EventData.clean(event.kind(), 28));
            return new Reply(List.of(), false);
        }
        Signal signal = new Signal(kind, event.at().toEpochMilli(), new EventData(event.data()));
        Match before = notebook.match();
        Answers.Answer answer = notices.after(signal, before, notebook.with(before.after(signal)));
        notebook = answer.notebook();
        return new Reply(answer.acts(), answer.served());
    }

    private Reply frame() {
        notebook = notebook.framed();
        return notebook.frames() > 1
                ? new Reply(List.of(), false)
                : notUnderstood(new Act.Warning(
                        "FRAMES_NOT_READ",
                        "I follow the match through the events that the game sends; I cannot read pictures."));
    }

    private static Reply notUnderstood(Act act) {
        return new Reply(List.of(act), false);
    }
}
