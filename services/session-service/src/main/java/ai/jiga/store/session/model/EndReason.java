package ai.jiga.store.session.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Why a session ended.
public enum EndReason {
    @JsonProperty("ended_by_player")
    ENDED_BY_PLAYER("ended_by_player", SessionStatus.ENDED),
    @JsonProperty("ended_by_operator")
    ENDED_BY_OPERATOR("ended_by_operator", SessionStatus.ENDED),
    /// The allocation is used up, or the next action would exceed it.
    @JsonProperty("allocation_exhausted")
    ALLOCATION_EXHAUSTED("allocation_exhausted", SessionStatus.ENDED),
    /// Away for longer than a session waits.
    @JsonProperty("away_too_long")
    AWAY_TOO_LONG("away_too_long", SessionStatus.ENDED),
    @JsonProperty("trial_over")
    TRIAL_OVER("trial_over", SessionStatus.ENDED),
    /// Its time limit passed.
    @JsonProperty("time_limit")
    TIME_LIMIT("time_limit", SessionStatus.EXPIRED),
    /// Nobody ever connected.
    @JsonProperty("never_connected")
    NEVER_CONNECTED("never_connected", SessionStatus.EXPIRED);

    private final String label;
    private final SessionStatus status;

    EndReason(String label, SessionStatus status) {
        this.label = label;
        this.status = status;
    }

    public String label() {
        return label;
    }

    public SessionStatus status() {
        return status;
    }
}
