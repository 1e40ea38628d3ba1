package ai.jiga.store.session.live;

import ai.jiga.store.models.Act;
import ai.jiga.store.models.Brief;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an agent was hired with, and how much of it one frame can bring. What its engine does beyond that does not
/// reach the player, and so costs nothing: an engine's word alone is no ground to charge for.
record Abilities(Brief agent) {
    /// UTF-16 units of an answer. Longer ones are cut.
    static final int LONGEST_ANSWER = 32_000;

    private static final int LONGEST_REMARK = 1_000;
    private static final int LONGEST_NAME = 64;
    private static final int MOST_NOTICES = 16;
    private static final int FEW = 3;
    private static final String VISION = "observation";

    /// Whether it looks at pictures at all.
    boolean sees() {
        return agent.toolkit().contains(VISION);
    }

    boolean hears() {
        return agent.voiceChat();
    }

    /// What it may have done, in order, with its one answer to the player at the end.
    List<Act> admitted(List<Act> acts) {
        var admitted = new ArrayList<Act>();
        Map<Class<? extends Act>, Integer> counts = new HashMap<>();
        Set<String> tools = new HashSet<>();
        Act answer = null;
        for (Act said : acts) {
            Act act = worded(said);
            if (!admits(act)) {
                continue;
            }
            if (act instanceof Act.Chat || act instanceof Act.Reasoning) {
                answer = answer == null ? act : answer;
            } else if (act instanceof Act.ToolExecution tool) {
                if (tools.add(tool.tool())) {
                    admitted.add(act);
                }
            } else if (counts.merge(act.getClass(), 1, Integer::sum) <= most(act)) {
                admitted.add(act);
            }
        }
        if (answer != null) {
            admitted.add(answer);
        }
        return admitted;
    }

    /// How many of a kind a frame brings at most; a tool runs once.
    private static int most(Act act) {
        return switch (act) {
            case Act.Chat _, Act.Reasoning _, Act.ToolExecution _, Act.Commentary _, Act.Lesson _, Act.TeamMessage _ ->
                1;
            case Act.MemoryItem _, Act.SoundEvent _ -> FEW;
            case Act.Warning _, Act.EventDetected _ -> MOST_NOTICES;
        };
    }

    private boolean admits(Act act) {
        return switch (act) {
            case Act.Chat chat -> !chat.text().isBlank();
            case Act.Reasoning reasoning -> !reasoning.text().isBlank();
            case Act.Commentary commentary ->
                agent.commentator() && !commentary.text().isBlank();
            case Act.TeamMessage message ->
                has("team_messaging") && !message.text().isBlank();
            case Act.MemoryItem item -> agent.memory() && !item.text().isBlank();
            case Act.Lesson lesson -> has("learn") && !lesson.text().isBlank();
            case Act.SoundEvent sound -> has("turel");
            case Act.ToolExecution tool -> has(tool.tool());
            case Act.Warning warning -> true;
            case Act.EventDetected event -> true;
        };
    }

    private boolean has(String tool) {
        return agent.toolkit().contains(tool);
    }

    /// The same in words that may be told.
    private static Act worded(Act act) {
        return switch (act) {
            case Act.Chat a -> new Act.Chat(answer(a.text()), emotion(a.emotion()));
            case Act.Reasoning a -> new Act.Reasoning(answer(a.text()), emotion(a.emotion()));
            case Act.Commentary a -> new Act.Commentary(remark(a.text()), a.sentences());
            case Act.TeamMessage a -> new Act.TeamMessage(remark(a.text()));
            case Act.MemoryItem a -> new Act.MemoryItem(remark(a.text()));
            case Act.Lesson a -> new Act.Lesson(remark(a.title()), remark(a.text()), a.level());
            case Act.SoundEvent a -> new Act.SoundEvent(remark(a.text()), name(a.direction()));
            case Act.ToolExecution a -> new Act.ToolExecution(a.tool(), remark(a.summary()));
            case Act.Warning a -> new Act.Warning(name(a.code()), remark(a.text()));
            case Act.EventDetected a -> new Act.EventDetected(name(a.kind()), remark(a.text()));
        };
    }

    private static String answer(String said) {
        return Words.of(said, LONGEST_ANSWER);
    }

    private static String remark(String said) {
        return Words.of(said, LONGEST_REMARK);
    }

    private static String name(String said) {
        return Words.of(said, LONGEST_NAME);
    }

    private static @Nullable String emotion(@Nullable String said) {
        return said == null ? null : name(said);
    }
}
