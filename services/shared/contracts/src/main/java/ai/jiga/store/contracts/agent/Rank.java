package ai.jiga.store.contracts.agent;

import ai.jiga.store.kernel.Dof;
import com.fasterxml.jackson.annotation.JsonProperty;

/// What an agent can do and costs.
public enum Rank {
    @JsonProperty("Bronze")
    BRONZE("Bronze", 3_000, 3_000, 30_000),
    @JsonProperty("Silver")
    SILVER("Silver", 4_500, 6_000, 75_000),
    @JsonProperty("Gold")
    GOLD("Gold", 8_000, 11_000, 150_000),
    @JsonProperty("Platinum")
    PLATINUM("Platinum", 12_000, 20_000, 300_000);

    /// Of its parent's, in time and in tariff.
    public static final int VARIANT_PERCENT = 70;

    private final String label;
    private final Dof leastRate;
    private final Dof mostRate;
    private final Dof variantCost;

    Rank(String label, long leastRate, long mostRate, long variantCost) {
        this.label = label;
        this.leastRate = Dof.of(leastRate);
        this.mostRate = Dof.of(mostRate);
        this.variantCost = Dof.of(variantCost);
    }

    /// What a variant costs an hour, rounded down.
    ///
    /// @param parents DOF per active hour of what it was derived from
    public static Dof variantRate(Dof parents) {
        return parents.fraction(VARIANT_PERCENT, 100);
    }

    /// As clients see it: `Gold`.
    public String label() {
        return label;
    }

    /// DOF per active hour, inclusive.
    public Dof leastRate() {
        return leastRate;
    }

    /// DOF per active hour, inclusive.
    public Dof mostRate() {
        return mostRate;
    }

    /// DOF per active hour of a variant of such an agent, inclusive: 70 % of this rank's least.
    public Dof leastVariantRate() {
        return variantRate(leastRate);
    }

    /// What deriving a variant of such an agent costs, once.
    public Dof variantCost() {
        return variantCost;
    }
}
