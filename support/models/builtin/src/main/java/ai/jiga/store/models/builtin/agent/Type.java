package ai.jiga.store.models.builtin.agent;

import java.util.Locale;

/// What an agent is for.
public enum Type {
    /// Helps within one session.
    ASSISTANT,
    /// Teaches: asks back, and draws lessons from patterns.
    MENTOR,
    /// Expert in some games: analyses those deeply, and says so when a game is not one of them.
    SPECIALIST;

    static Type of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "mentor" -> MENTOR;
            case "specialist" -> SPECIALIST;
            default -> ASSISTANT;
        };
    }
}
