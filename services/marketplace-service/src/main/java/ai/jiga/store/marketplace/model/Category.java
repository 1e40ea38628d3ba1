package ai.jiga.store.marketplace.model;

import java.util.Arrays;
import java.util.Optional;

/// The shelves of the marketplace: the genres people play and the parts an agent plays in them.
public enum Category {
    SHOOTERS(
            "shooters",
            "Shooters",
            "First- and third-person shooters (FPS), from team deathmatch to search and destroy"),
    BATTLE_ROYALE("battle-royale", "Battle royale", "Drop, loot, rotate and be the last one standing"),
    STRATEGY("strategy", "Strategy and MOBA", "Lanes, objectives, economies and the long plan"),
    SPORTS("sports", "Sports and racing", "Football, cars with rockets and everything with a scoreboard"),
    SANDBOX("sandbox", "Sandbox and survival", "Build, explore, survive, and do it faster"),
    COACHING("coaching", "Coaching", "Agents that learn how you play and make you better at it"),
    COMMENTARY("commentary", "Commentary", "Your match, called like a final"),
    TEAM_PLAY("team-play", "Team play", "Agents that keep a team together and informed"),
    ANALYSIS("analysis", "Analysis", "Eyes and ears: events, sounds and patterns you might miss"),
    COMPANIONS("companions", "Companions", "Good company in any game");

    private final String id;
    private final String title;
    private final String description;

    Category(String id, String title, String description) {
        this.id = id;
        this.title = title;
        this.description = description;
    }

    public static Optional<Category> of(String id) {
        return Arrays.stream(values()).filter(c -> c.id.equals(id)).findFirst();
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }
}
