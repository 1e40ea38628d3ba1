package ai.jiga.store.contracts.agent;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What an agent may use while somebody plays.
public enum Tool {
    @JsonProperty("observation")
    OBSERVATION("observation"),
    @JsonProperty("learn")
    LEARN("learn"),
    @JsonProperty("specialist_detection")
    SPECIALIST_DETECTION("specialist_detection"),
    @JsonProperty("general_gaming")
    GENERAL_GAMING("general_gaming"),
    @JsonProperty("voice_instruction")
    VOICE_INSTRUCTION("voice_instruction"),
    @JsonProperty("event_detection")
    EVENT_DETECTION("event_detection"),
    @JsonProperty("team_messaging")
    TEAM_MESSAGING("team_messaging"),
    /// Sound detection.
    @JsonProperty("turel")
    TUREL("turel");

    private final String label;

    Tool(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
