package ai.jiga.store.session.live;

import ai.jiga.store.models.Act;
import ai.jiga.store.models.Brief;
import java.util.ArrayList;
import java.util.List;

/// What an agent was hired with. What its engine does beyond that does not reach the player, and so costs nothing: an
/// engine's word alone is no ground to charge for.
record Abilities(Brief agent) {
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
        Act answer = null;
        for (Act act : acts) {
            if (act instanceof Act.Chat || act instanceof Act.Reasoning) {
                answer = answer == null && admits(act) ? act : answer;
            } else if (admits(act)) {
                admitted.add(act);
            }
        }
        if (answer != null) {
            admitted.add(answer);
        }
        return admitted;
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
}
