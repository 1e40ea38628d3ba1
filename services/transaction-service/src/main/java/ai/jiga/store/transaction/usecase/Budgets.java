package ai.jiga.store.transaction.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.Budget;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.transaction.model.LedgerCollections;
import ai.jiga.store.transaction.model.Spent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Spends within budgets, in the transaction of what is spent. A read comes before any write: first [#room], then the
/// postings, then [#write].
final class Budgets {
    private Budgets() {}

    /// Sets the amount aside in each budget of a purse. Refused with BUDGET_EXCEEDED by the first without room. Whoever
    /// spends what is another's is told of the last alone, which is theirs.
    static Outcome<List<Spent>> room(Transaction tx, Purse purse, Dof amount, Instant now) {
        Map<String, Spent> before =
                read(tx, purse.budgets().stream().map(Budget::id).toList());
        var after = new ArrayList<Spent>();
        for (Budget budget : purse.budgets()) {
            Spent spent = before.getOrDefault(budget.id(), Spent.nothing(budget.id(), now));
            Outcome<Spent> asked = spent.setAside(budget, amount, now);
            switch (budget.equals(purse.budgets().getLast()) ? asked : untold(purse, asked)) {
                case Outcome.Done<Spent>(Spent room) -> after.add(room);
                case Outcome.Rejected<Spent> rejected -> {
                    return Outcome.rejected(rejected.rejection());
                }
            }
        }
        return Outcome.done(after);
    }

    /// Without the payer's figures, where another pays than spends: what a studio has, and what its key
    /// may, is not told to its players.
    static <T> Outcome<T> untold(Purse purse, Outcome<T> outcome) {
        return purse.payer() != null && outcome instanceof Outcome.Rejected<T>(Rejection refusal)
                ? Outcome.rejected(
                        refusal.code(), "The studio that pays for you has no room for this now. Nothing was set aside.")
                : outcome;
    }

    /// What was set aside is paid at once, as a whole.
    static List<Spent> paid(List<Spent> spent, Dof price, Instant now) {
        return spent.stream().map(one -> one.settled(price, price, now)).toList();
    }

    /// What was set aside is settled.
    ///
    /// @param ids of the budgets; null: of none
    static List<Spent> settled(Transaction tx, @Nullable List<String> ids, Dof setAside, Dof consumed, Instant since) {
        return read(tx, ids == null ? List.of() : ids).values().stream()
                .map(spent -> spent.settled(setAside, consumed, since))
                .toList();
    }

    static void write(Transaction tx, List<Spent> spent) {
        spent.forEach(one -> tx.set(LedgerCollections.SPENT.id(one.id()), one));
    }

    private static Map<String, Spent> read(Transaction tx, List<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : tx.getAll(ids.stream().map(LedgerCollections.SPENT::id).toList()).stream()
                        .map(Document::value)
                        .collect(Collectors.toMap(Spent::id, spent -> spent));
    }

    /// In whose name the first budget is; null for who spends in their own.
    static @Nullable String spender(@Nullable List<String> ids) {
        return ids == null || ids.isEmpty() ? null : ids.getFirst();
    }

    static @Nullable List<String> ids(Purse purse) {
        return purse.budgets().isEmpty()
                ? null
                : purse.budgets().stream().map(Budget::id).toList();
    }
}
