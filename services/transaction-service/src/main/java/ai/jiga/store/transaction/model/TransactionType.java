package ai.jiga.store.transaction.model;

import com.fasterxml.jackson.annotation.JsonProperty;

public enum TransactionType {
    @JsonProperty("purchase")
    PURCHASE("purchase"),
    @JsonProperty("hire")
    HIRE("hire"),
    /// A hire, as its owner sees it.
    @JsonProperty("earning")
    EARNING("earning"),
    @JsonProperty("refund")
    REFUND("refund"),
    @JsonProperty("transfer")
    TRANSFER("transfer"),
    @JsonProperty("variant_creation")
    VARIANT_CREATION("variant_creation"),
    @JsonProperty("sellback")
    SELLBACK("sellback"),
    @JsonProperty("grant")
    GRANT("grant");

    private final String label;

    TransactionType(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
