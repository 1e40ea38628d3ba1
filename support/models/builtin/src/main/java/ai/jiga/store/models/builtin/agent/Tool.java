package ai.jiga.store.models.builtin.agent;

import java.util.Locale;

/// What an agent may have in its toolkit, in the order in which it tells of them.
public enum Tool {
    OBSERVATION("read your match in detail: weapons, zones, economy, stamina"),
    EVENT_DETECTION("point out what happens as it happens"),
    SPECIALIST_DETECTION("spot patterns of weapons and places"),
    GENERAL_GAMING("give general tips"),
    LEARN("draw lessons from how you play"),
    VOICE_INSTRUCTION("answer your voice with short calls"),
    TEAM_MESSAGING("send messages to your team"),
    TUREL("make out sounds");

    private final String ability;

    Tool(String ability) {
        this.ability = ability;
    }

    /// Its name in a toolkit, e.g. `event_detection`.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Its name in a sentence, e.g. `event detection`.
    public String spoken() {
        return wire().replace('_', ' ');
    }

    /// What an agent that has it can do, to follow "I can".
    public String ability() {
        return ability;
    }
}
