package ai.jiga.store.contracts.agent;

import com.fasterxml.jackson.annotation.JsonProperty;

public enum AgentType {
    /// Helps within one session.
    @JsonProperty("Assistant")
    ASSISTANT("Assistant"),
    /// Learns: gathers experience per game and mode.
    @JsonProperty("Mentor")
    MENTOR("Mentor"),
    /// An expert, built so by the platform or grown from a Mentor.
    @JsonProperty("Specialist")
    SPECIALIST("Specialist");

    private final String label;

    AgentType(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
