package ai.jiga.store.models.builtin.advice;

import ai.jiga.store.models.Act;
import ai.jiga.store.models.builtin.agent.Agent;
import ai.jiga.store.models.builtin.agent.Rank;
import ai.jiga.store.models.builtin.agent.Tool;
import ai.jiga.store.models.builtin.agent.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer with all that could be said. Who says it decides what is: everybody the facts, Silver and above the
/// advice, Gold and above what it means for the team, Platinum what comes next, a Mentor a question back.
final class Draft {

    /// How things stand for the player.
    enum Mood {
        GOOD,
        BAD,
        EVEN
    }

    private final List<String> facts = new ArrayList<>();
    private final List<String> advice = new ArrayList<>();
    private final List<String> expertise = new ArrayList<>();
    private final List<String> together = new ArrayList<>();
    private final List<String> foresight = new ArrayList<>();
    private final List<Act> also = new ArrayList<>();
    private String question = "";
    private String call = "";
    private Mood mood = Mood.EVEN;
    private boolean asksAdvice;
    private boolean plan;
    private boolean declined;
    private @Nullable Tool tool;
    private String work = "";

    /// What is so.
    Draft fact(String sentence) {
        return add(facts, sentence);
    }

    /// The plain words of an agent that lacks a tool: it does not do what was asked.
    Draft lacks(Tool needed) {
        return declined().fact("I do not have the " + needed.spoken() + " tool.");
    }

    /// It was not understood, or cannot be done.
    Draft declined() {
        declined = true;
        return this;
    }

    boolean declines() {
        return declined;
    }

    /// How many facts there are by now.
    int facts() {
        return facts.size();
    }

    /// What to do about it.
    Draft advise(String sentence) {
        return add(advice, sentence);
    }

    /// What an expert adds; said by agents with specialist detection and by Specialists in their games.
    Draft expertise(String sentence) {
        return add(expertise, sentence);
    }

    /// What it means for the team.
    Draft together(String sentence) {
        return add(together, sentence);
    }

    /// What is likely to come.
    Draft foresee(String sentence) {
        return add(foresight, sentence);
    }

    /// What a Mentor asks the player to think about.
    Draft ask(String sentence) {
        question = sentence;
        return this;
    }

    /// The same in a few words, for the voice.
    Draft call(String words) {
        call = words;
        return this;
    }

    Draft mood(Mood now) {
        mood = now;
        return this;
    }

    /// The player asked for advice: whoever may not give any says so.
    Draft asksAdvice() {
        asksAdvice = true;
        return this;
    }

    /// A plan: a complex answer.
    Draft plan() {
        plan = true;
        return this;
    }

    /// The tool that was used for it; the last one named counts.
    Draft used(Tool used, String summary) {
        tool = used;
        work = summary;
        return this;
    }

    /// An act besides the answer.
    Draft also(Act act) {
        also.add(act);
        return this;
    }

    /// The acts, as this agent does them.
    ///
    /// @param spoken whether the player hears the answer, and so gets it short
    List<Act> acts(Agent agent, int turn, boolean spoken) {
        List<Act> acts = new ArrayList<>();
        String text = spoken ? spoken(agent) : written(agent, turn);
        if (spoken) {
            acts.add(new Act.ToolExecution(Tool.VOICE_INSTRUCTION.wire(), "Answered the player's voice."));
        } else if (tool != null && agent.has(tool)) {
            acts.add(new Act.ToolExecution(tool.wire(), work));
        }
        acts.addAll(also);
        acts.add(plan && !spoken ? new Act.Reasoning(text, emotion(agent)) : new Act.Chat(text, emotion(agent)));
        return acts;
    }

    private String written(Agent agent, int turn) {
        List<String> text = new ArrayList<>();
        if (plan) {
            text.add(agent.manner().lead());
        } else if (mood == Mood.GOOD) {
            text.add(agent.manner().praise(turn));
        } else if (mood == Mood.BAD) {
            text.add(agent.manner().comfort(turn));
        }
        text.addAll(facts);
        if (agent.rank().atLeast(Rank.SILVER)) {
            text.addAll(advice);
            if (agent.has(Tool.SPECIALIST_DETECTION) || agent.specialist()) {
                text.addAll(expertise);
            }
        } else if (asksAdvice) {
            text.add("I observe and report; advice is beyond a Bronze agent.");
        }
        if (agent.rank().atLeast(Rank.GOLD)) {
            text.addAll(together);
        }
        if (agent.rank().atLeast(Rank.PLATINUM)) {
            text.addAll(foresight);
        }
        if (agent.type() == Type.MENTOR && !question.isEmpty()) {
            text.add(question);
        }
        return String.join(" ", text);
    }

    private String spoken(Agent agent) {
        if (!call.isEmpty() && agent.rank().atLeast(Rank.SILVER)) {
            return call;
        }
        if (!facts.isEmpty()) {
            return facts.getFirst();
        }
        return advice.isEmpty() ? "I have nothing on that yet." : advice.getFirst();
    }

    private String emotion(Agent agent) {
        return switch (mood) {
            case GOOD -> agent.manner().excited() ? "excited" : "pleased";
            case BAD -> "encouraging";
            case EVEN -> plan ? "focused" : "calm";
        };
    }

    private Draft add(List<String> to, String sentence) {
        if (!sentence.isEmpty()) {
            to.add(sentence);
        }
        return this;
    }
}
