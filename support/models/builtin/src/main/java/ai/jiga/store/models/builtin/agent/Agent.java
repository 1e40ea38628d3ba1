package ai.jiga.store.models.builtin.agent;

import ai.jiga.store.models.Brief;
import ai.jiga.store.models.builtin.game.Game;
import ai.jiga.store.models.builtin.game.Games;
import ai.jiga.store.models.builtin.manner.Manner;
import ai.jiga.store.models.builtin.manner.Manners;
import ai.jiga.store.models.builtin.match.EventData;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A [Brief], understood.
///
/// @param specialGames the games that a Specialist is expert in, by our names where we know them
/// @param kept what it remembers from earlier sessions; at most ten
/// @param wish what the player wrote when hiring; may be empty
public record Agent(
        String name,
        Rank rank,
        Type type,
        Set<Tool> tools,
        boolean voiceChat,
        boolean commentator,
        boolean memory,
        boolean english,
        Manner manner,
        List<String> specialGames,
        String focus,
        List<String> kept,
        String wish) {

    private static final int MOST_KEPT = 10;

    public static Agent of(Brief brief) {
        Set<Tool> tools = EnumSet.noneOf(Tool.class);
        for (Tool tool : Tool.values()) {
            if (brief.toolkit().contains(tool.wire())) {
                tools.add(tool);
            }
        }
        Brief.Specialization special = brief.specialization();
        return new Agent(
                EventData.clean(brief.name(), 50),
                Rank.of(brief.rank()),
                Type.of(brief.type()),
                Collections.unmodifiableSet(tools),
                brief.voiceChat(),
                brief.commentator(),
                brief.memory(),
                brief.language().toLowerCase(Locale.ROOT).startsWith("en"),
                Manners.of(brief.voiceId(), brief.nationality()),
                special == null
                        ? List.of()
                        : special.games().stream().map(Agent::known).toList(),
                special == null ? "" : EventData.clean(special.focus(), 100),
                brief.memory() ? kept(brief.configuration()) : List.of(),
                brief.playerMessage() == null ? "" : EventData.clean(brief.playerMessage(), 140));
    }

    public boolean has(Tool tool) {
        return tools.contains(tool);
    }

    /// Whether it speaks up by itself.
    public boolean speaksUp() {
        return voiceChat && has(Tool.VOICE_INSTRUCTION) && rank.atLeast(Rank.SILVER);
    }

    public boolean specialist() {
        return type == Type.SPECIALIST;
    }

    public boolean expertIn(String game) {
        return specialist() && specialGames.contains(game);
    }

    private static String known(String name) {
        Game game = Games.find(name);
        return game == null ? EventData.clean(name, 28) : game.name();
    }

    private static List<String> kept(JsonNode configuration) {
        List<String> kept = new ArrayList<>();
        for (JsonNode item : configuration.path("memory")) {
            if (item.isTextual() && kept.size() < MOST_KEPT) {
                kept.add(EventData.clean(item.asText(), 140));
            }
        }
        return List.copyOf(kept);
    }
}
