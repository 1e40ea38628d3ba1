package ai.jiga.store.transaction.model;

import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import java.util.ArrayList;
import java.util.List;

/// Where an amount is taken from: the available balance first, then folded earnings.
public record Spending(Wallet wallet, Dof fromAvailable, Dof fromEarnings) {
    /// Refused with INSUFFICIENT_DOFS, with the figures a client needs to offer a top-up.
    ///
    /// @param topUp how a wallet that lacks something is filled
    public static Outcome<Spending> of(Wallet wallet, Dof amount, TopUp topUp) {
        Dof spendable = wallet.spendable();
        if (spendable.isLessThan(amount)) {
            boolean inTest = wallet.userId().isTest();
            Dof shortfall = amount.minus(spendable);
            return Outcome.rejected(Rejection.of(
                            ErrorCode.INSUFFICIENT_DOFS,
                            "This takes " + amount + " DOF and you have " + spendable + ": " + shortfall + " short. "
                                    + (inTest ? "Fill the test wallet" : "Buy a package") + " and try again.")
                    .with("required", amount.amount())
                    .with("available", spendable.amount())
                    .with("shortfall", shortfall.amount())
                    .with("topUp", inTest ? topUp.inTest(shortfall) : topUp.offer(shortfall)));
        }
        Dof fromAvailable = amount.atMost(wallet.available());
        return Outcome.done(new Spending(wallet, fromAvailable, amount.minus(fromAvailable)));
    }

    /// The debits; what is zero is left out.
    public List<Posting> debits() {
        var debits = new ArrayList<Posting>(2);
        Asset asset = Asset.of(wallet.userId());
        if (!fromAvailable.isZero()) {
            debits.add(Posting.of(asset, Account.wallet(wallet.userId()), -fromAvailable.amount()));
        }
        if (!fromEarnings.isZero()) {
            debits.add(Posting.of(asset, Account.earnings(wallet.userId()), -fromEarnings.amount()));
        }
        return debits;
    }
}
