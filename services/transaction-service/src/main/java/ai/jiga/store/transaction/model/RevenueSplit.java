package ai.jiga.store.transaction.model;

import ai.jiga.store.contracts.transaction.Distribution;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.UserId;
import java.util.ArrayList;
import java.util.List;

/// How what a session consumed is split: platform 25 % and creator 5 %, floored; the rest, and what cannot
/// be divided, is the owner's. Without a distinct creator the owner has that share; when the platform is
/// the creator, the platform has it.
public record RevenueSplit(UserId ownerId, UserId creatorId, Dof owner, Dof platform, Dof creator) {
    public static final int PLATFORM_PERCENT = 25;
    public static final int CREATOR_PERCENT = 5;

    public static RevenueSplit of(Dof consumed, LedgerTransaction.HireTerms terms) {
        if (terms.platformOnly()) {
            return new RevenueSplit(terms.ownerId(), terms.creatorId(), Dof.ZERO, consumed, Dof.ZERO);
        }
        Dof platform = consumed.fraction(PLATFORM_PERCENT, 100);
        Dof creator = terms.creatorId().equals(terms.ownerId()) ? Dof.ZERO : consumed.fraction(CREATOR_PERCENT, 100);
        Dof owner = consumed.minus(platform).minus(creator);
        if (terms.creatorId().equals(UserId.SYSTEM)) {
            return new RevenueSplit(terms.ownerId(), terms.creatorId(), owner, platform.plus(creator), Dof.ZERO);
        }
        return new RevenueSplit(terms.ownerId(), terms.creatorId(), owner, platform, creator);
    }

    public Distribution distribution() {
        return new Distribution(owner, platform, creator);
    }

    /// The credits; what is zero is left out.
    public List<Posting> postings(Asset asset) {
        var postings = new ArrayList<Posting>(3);
        if (ownerId.equals(UserId.SYSTEM)) {
            credit(postings, asset, Account.REVENUE, owner.plus(platform));
        } else {
            credit(postings, asset, Account.earnings(ownerId), owner);
            credit(postings, asset, Account.REVENUE, platform);
        }
        credit(postings, asset, Account.earnings(creatorId), creator);
        return postings;
    }

    private static void credit(List<Posting> postings, Asset asset, Account account, Dof amount) {
        if (!amount.isZero()) {
            postings.add(Posting.of(asset, account, amount.amount()));
        }
    }
}
