package ai.jiga.store.contracts.agent;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;

/// How an agent's listing stands on the market. The marketplace decides it, and every door honours it.
public enum ListingStatus {
    /// Found and hired.
    @JsonProperty("active")
    ACTIVE("active"),
    /// Its page can be read, but it is not found and takes no hire, until its owner goes on.
    @JsonProperty("paused")
    PAUSED("paused"),
    /// Waits for an operator.
    @JsonProperty("under_review")
    UNDER_REVIEW("under_review"),
    /// Taken down by an operator.
    @JsonProperty("suspended")
    SUSPENDED("suspended"),
    /// Taken down by its owner, or its agent is gone.
    @JsonProperty("unpublished")
    UNPUBLISHED("unpublished");

    private final String label;

    ListingStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// As it is written in events.
    ///
    /// @throws IllegalArgumentException for a word that is none
    public static ListingStatus labelled(String label) {
        return Arrays.stream(values())
                .filter(status -> status.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a listing's status: " + label));
    }

    /// Whether everybody may read the listing's page; otherwise only its owner and operators.
    public boolean isPublic() {
        return this == ACTIVE || this == PAUSED;
    }

    /// Whether its owner decides about it, and not an operator.
    public boolean isUpToItsOwner() {
        return this != UNDER_REVIEW && this != SUSPENDED;
    }
}
