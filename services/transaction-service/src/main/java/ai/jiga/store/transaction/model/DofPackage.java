package ai.jiga.store.transaction.model;

import ai.jiga.store.kernel.Dof;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What is sold: money to DOF.
public enum DofPackage {
    BRONZE(499, 150_000, "DOF-150K-BRONZE"),
    SILVER(1_499, 500_000, "DOF-500K-SILVER"),
    GOLD(3_999, 1_500_000, "DOF-1M5-GOLD"),
    PLATINUM(9_999, 5_000_000, "DOF-5M-PLATINUM");

    private final long cents;
    private final Dof dof;
    private final String sku;

    DofPackage(long cents, long dof, String sku) {
        this.cents = cents;
        this.dof = Dof.of(dof);
        this.sku = sku;
    }

    /// The price in US cents.
    public long cents() {
        return cents;
    }

    /// The price as text: `14.99`.
    public String price() {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    public Dof dof() {
        return dof;
    }

    /// Its name in a Shopify shop.
    public String sku() {
        return sku;
    }

    /// `silver`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DofPackage> of(String id) {
        return Arrays.stream(values()).filter(p -> p.id().equals(id)).findFirst();
    }
}
