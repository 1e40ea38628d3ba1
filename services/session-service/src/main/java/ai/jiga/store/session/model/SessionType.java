package ai.jiga.store.session.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Who pays for a session, and whom.
public enum SessionType {
    /// Through a listing: the player pays owner, platform and creator.
    @JsonProperty("hired")
    HIRED("hired"),
    /// The player owns the agent: charged like a hired one, and the whole goes to the platform.
    @JsonProperty("owned")
    OWNED("owned"),
    /// Free, five minutes, once for each player and agent.
    @JsonProperty("trial")
    TRIAL("trial");

    private final String label;

    SessionType(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean isCharged() {
        return this != TRIAL;
    }
}
