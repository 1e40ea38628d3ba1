package ai.jiga.store.marketplace.model;

import com.fasterxml.jackson.annotation.JsonProperty;

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

    /// Whether everybody may read the listing's page; otherwise only its owner.
    public boolean isPublic() {
        return this == ACTIVE || this == PAUSED;
    }

    /// Whether its owner decides about it, and not an operator.
    public boolean isUpToItsOwner() {
        return this != UNDER_REVIEW && this != SUSPENDED;
    }
}
