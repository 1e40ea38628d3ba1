package ai.jiga.store.transaction.model;

import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Where an amount is taken from: the available balance first, then folded earnings.
public record Spending(Wallet wallet, Dof fromAvailable, Dof fromEarnings) {
    /// Refused with INSUFFICIENT_DOFS, with the figures a client needs to offer a top-up.
    public static Outcome<Spending> of(Wallet wallet, Dof amount) {
        Dof spendable = wallet.spendable();
        if (spendable.isLessThan(amount)) {
            Dof shortfall = amount.minus(spendable);
            return Outcome.rejected(Rejection.of(
                            ErrorCode.INSUFFICIENT_DOFS,
                            "This takes " + amount + " DOF and you have " + spendable + ": " + shortfall
                                    + " short. Buy a package and try again.")
                    .with("required", amount.amount())
                    .with("available", spendable.amount())
                    .with("shortfall", shortfall.amount())
                    .with("topUp", topUp(shortfall)));
        }
        Dof fromAvailable = amount.atMost(wallet.available());
        return Outcome.done(new Spending(wallet, fromAvailable, amount.minus(fromAvailable)));
    }

    /// The smallest package that makes up for it, or the largest one there is.
    private static Map<String, Object> topUp(Dof shortfall) {
        DofPackage fit = DofPackage.PLATINUM;
        for (DofPackage p : DofPackage.values()) {
            if (!p.dof().isLessThan(shortfall)) {
                fit = p;
                break;
            }
        }
        return Map.of("package", fit.id(), "href", "/api/v1/transactions/purchase");
    }

    /// The debits; what is zero is left out.
    public List<Posting> debits() {
        var debits = new ArrayList<Posting>(2);
        if (!fromAvailable.isZero()) {
            debits.add(Posting.dof(Account.wallet(wallet.userId()), -fromAvailable.amount()));
        }
        if (!fromEarnings.isZero()) {
            debits.add(Posting.dof(Account.earnings(wallet.userId()), -fromEarnings.amount()));
        }
        return debits;
    }
}
