package ai.jiga.store.transaction.model;

import ai.jiga.store.kernel.Dof;
import java.util.Map;

/// How somebody who is short of DOF gets more: part of the refusal.
///
/// @param purchaseUrl absolute, where a purchase is posted to
/// @param testFundsUrl absolute, where a test wallet is filled
public record TopUp(String purchaseUrl, String testFundsUrl) {
    /// Costs nothing.
    Map<String, Object> inTest(Dof shortfall) {
        return Map.of("dofAmount", shortfall.amount(), "href", testFundsUrl);
    }

    /// The smallest package that makes up for a shortfall, or the largest one there is.
    Map<String, Object> offer(Dof shortfall) {
        DofPackage fit = DofPackage.PLATINUM;
        for (DofPackage p : DofPackage.values()) {
            if (!p.dof().isLessThan(shortfall)) {
                fit = p;
                break;
            }
        }
        return Map.of("package", fit.id(), "dofAmount", fit.dof().amount(), "href", purchaseUrl);
    }
}
