package ai.jiga.store.session.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What a usage line is for, with its price in DOF for one unit.
public enum UsageAction {
    /// Units are active milliseconds; priced by the session's rate.
    @JsonProperty("time")
    TIME("time", 0),
    @JsonProperty("chat")
    CHAT("chat", 100),
    @JsonProperty("reasoning")
    REASONING("reasoning", 200),
    /// Units are seconds.
    @JsonProperty("voice_in")
    VOICE_IN("voice_in", 10),
    /// Units are words.
    @JsonProperty("voice_out")
    VOICE_OUT("voice_out", 5),
    /// Units are sentences.
    @JsonProperty("commentary")
    COMMENTARY("commentary", 20),
    @JsonProperty("tool")
    TOOL("tool", 20),
    @JsonProperty("team_message")
    TEAM_MESSAGE("team_message", 50),
    @JsonProperty("memory")
    MEMORY("memory", 30),
    @JsonProperty("lesson")
    LESSON("lesson", 500),
    @JsonProperty("sound")
    SOUND("sound", 25),
    /// Frames beyond the rank's own rate; the price is that of normal vision.
    @JsonProperty("frame")
    FRAME("frame", 50);

    private final String label;
    private final long price;

    UsageAction(String label, long price) {
        this.label = label;
        this.price = price;
    }

    public String label() {
        return label;
    }

    public long price() {
        return price;
    }
}
