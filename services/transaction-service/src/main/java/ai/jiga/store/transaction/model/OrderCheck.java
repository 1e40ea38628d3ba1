package ai.jiga.store.transaction.model;

import ai.jiga.store.contracts.transaction.Distribution;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.transaction.model.LedgerTransaction.HireTerms;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Whether a transaction's postings are what its order says. A posting that was changed afterwards shows
/// here, next to the transaction's name, and not only as a balance that is off.
public final class OrderCheck {
    private OrderCheck() {}

    /// In words for an operator; empty when the transaction is right.
    public static List<String> problemsOf(LedgerTransaction t) {
        var problems = new ArrayList<String>();
        Map<Asset, Long> sums = new EnumMap<>(Asset.class);
        t.postings().forEach(p -> sums.merge(p.asset(), p.amount(), Math::addExact));
        sums.forEach((asset, sum) -> {
            if (sum != 0) {
                problems.add("the postings of transaction " + t.id() + " sum to " + sum + " " + asset);
            }
        });
        long moved = t.postings().stream()
                .filter(p -> p.asset() != Asset.USD && t.userId().equals(new Account(p.account()).user()))
                .mapToLong(Posting::amount)
                .reduce(0, Math::addExact);
        long ordered = ordered(t, moved);
        if (moved != ordered) {
            problems.add("the postings of transaction " + t.id() + " move " + moved + " DOF for " + t.userId()
                    + ", its order says " + ordered);
        }
        return problems;
    }

    /// What its starter gains by it, in DOF; negative for what it costs.
    private static long ordered(LedgerTransaction t, long moved) {
        return switch (t.type()) {
            case PURCHASE ->
                t.status() == TransactionStatus.COMPLETED ? t.amount().amount() : 0;
            case GRANT -> t.userId().equals(UserId.SYSTEM) ? 0 : t.amount().amount();
            case TRANSFER, VARIANT_CREATION -> -t.amount().amount();
            case HIRE -> t.hire() == null ? 0 : ofHire(t, t.hire());
            // Not made by any use case yet.
            case EARNING, REFUND, SELLBACK -> moved;
        };
    }

    private static long ofHire(LedgerTransaction t, HireTerms terms) {
        Distribution split = terms.distribution();
        if (split == null) {
            return 0;
        }
        long back = 0;
        if (terms.creatorId().equals(t.userId())) {
            back += split.creator().amount();
        }
        if (terms.ownerId().equals(t.userId())) {
            back += split.owner().amount();
        }
        return back - t.amount().amount();
    }
}
