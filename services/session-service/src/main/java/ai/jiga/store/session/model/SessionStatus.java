package ai.jiga.store.session.model;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;

/// Where a session stands.
public enum SessionStatus {
    /// Begun; its hold is under way.
    @JsonProperty("pending")
    PENDING("pending", false),
    /// Held and hired for later.
    @JsonProperty("scheduled")
    SCHEDULED("scheduled", false),
    /// Ready or running. The clock runs while somebody is connected.
    @JsonProperty("active")
    ACTIVE("active", false),
    /// The clock stands: by the player's wish, or because the player is away.
    @JsonProperty("paused")
    PAUSED("paused", false),
    @JsonProperty("ended")
    ENDED("ended", true),
    /// Ended by its time limit, or because nobody came.
    @JsonProperty("expired")
    EXPIRED("expired", true),
    /// Never came to be: its hold was refused.
    @JsonProperty("failed")
    FAILED("failed", true);

    private final String label;
    private final boolean over;

    SessionStatus(String label, boolean over) {
        this.label = label;
        this.over = over;
    }

    /// In any case.
    ///
    /// @throws ai.jiga.store.kernel.RejectedException VALIDATION_FAILED for a word that is none
    public static SessionStatus labelled(String text) {
        return Arrays.stream(values())
                .filter(status -> status.label.equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> Rejection.of(
                                ErrorCode.VALIDATION_FAILED,
                                "'status' is one of "
                                        + Arrays.stream(values())
                                                .map(SessionStatus::label)
                                                .toList() + ".")
                        .asException());
    }

    public String label() {
        return label;
    }

    public boolean isOver() {
        return over;
    }
}
