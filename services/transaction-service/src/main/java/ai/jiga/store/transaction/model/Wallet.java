package ai.jiga.store.transaction.model;

import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.UserId;
import java.time.Instant;

/// A user's balances, kept beside the postings they add up to.
///
/// @param available may be spent
/// @param held set aside for running sessions
/// @param earnings income that was folded in from its shards: spent after what is available
public record Wallet(UserId userId, Dof available, Dof held, Dof earnings, Instant createdAt) {
    public static Wallet empty(UserId user, Instant at) {
        return new Wallet(user, Dof.ZERO, Dof.ZERO, Dof.ZERO, at);
    }

    public Dof spendable() {
        return available.plus(earnings);
    }

    /// The balances after a posting on one of this wallet's accounts.
    ///
    /// @throws IllegalArgumentException when a balance would go below zero: spending is checked before
    Wallet after(Posting posting) {
        if (posting.asset() != Asset.of(userId)) {
            throw new IllegalArgumentException(posting + " is not of what the wallet of " + userId + " holds");
        }
        return switch (new Account(posting.account()).kind()) {
            case "wallet" -> new Wallet(userId, moved(available, posting), held, earnings, createdAt);
            case "held" -> new Wallet(userId, available, moved(held, posting), earnings, createdAt);
            case "earnings" -> new Wallet(userId, available, held, moved(earnings, posting), createdAt);
            default -> throw new IllegalArgumentException(posting.account() + " is not a wallet's account");
        };
    }

    public Wallet withEarnings(Dof folded) {
        return new Wallet(userId, available, held, earnings.plus(folded), createdAt);
    }

    private static Dof moved(Dof balance, Posting posting) {
        return Dof.of(Math.addExact(balance.amount(), posting.amount()));
    }
}
