package ai.jiga.store.transaction.model;

import com.fasterxml.jackson.annotation.JsonProperty;

public enum TransactionStatus {
    /// A checkout to be paid, or a hold to be settled.
    @JsonProperty("pending")
    PENDING("pending"),
    @JsonProperty("completed")
    COMPLETED("completed"),
    /// Came to nothing: nothing was posted.
    @JsonProperty("failed")
    FAILED("failed"),
    /// All of it went back.
    @JsonProperty("refunded")
    REFUNDED("refunded");

    private final String label;

    TransactionStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
