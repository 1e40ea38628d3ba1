package ai.jiga.store.models.builtin.agent;

import java.util.Locale;

/// How far an agent thinks. Each rank does what those below it do, and more.
public enum Rank {
    /// States facts.
    BRONZE,
    /// Adds advice.
    SILVER,
    /// Plans, and coordinates the team.
    GOLD,
    /// Anticipates from the trend of the last events.
    PLATINUM;

    public boolean atLeast(Rank other) {
        return compareTo(other) >= 0;
    }

    /// The rank with this name, whatever its case; the lowest if there is none, so that nobody gets more than
    /// was paid for.
    static Rank of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "silver" -> SILVER;
            case "gold" -> GOLD;
            case "platinum" -> PLATINUM;
            default -> BRONZE;
        };
    }
}
