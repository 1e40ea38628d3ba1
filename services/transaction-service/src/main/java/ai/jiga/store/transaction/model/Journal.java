package ai.jiga.store.transaction.model;

import ai.jiga.store.documents.Transaction;
import ai.jiga.store.documents.Update;
import ai.jiga.store.kernel.UserId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes a transaction and its new postings: the one place where balances change.
public final class Journal {
    private Journal() {}

    /// A transaction that is carried out as it is made: fails when there is one of this id.
    ///
    /// @param wallets those that were read in this transaction: postings on their accounts change them;
    ///     postings on other accounts, other users' earnings among them, go to shards
    /// @throws IllegalStateException when the postings do not sum to zero: a defect
    public static void open(Transaction tx, LedgerTransaction transaction, Wallet... wallets) {
        tx.create(LedgerCollections.transaction(transaction.id()), transaction);
        move(tx, transaction, transaction.postings(), wallets);
    }

    /// Further postings of a transaction that was read in this one.
    ///
    /// @param transaction with all its postings, the new ones included
    /// @param posted the new postings
    /// @param wallets as with [#open]
    /// @throws IllegalStateException when the new postings do not sum to zero: a defect
    public static void add(Transaction tx, LedgerTransaction transaction, List<Posting> posted, Wallet... wallets) {
        tx.set(LedgerCollections.transaction(transaction.id()), transaction);
        move(tx, transaction, posted, wallets);
    }

    private static void move(Transaction tx, LedgerTransaction transaction, List<Posting> posted, Wallet... wallets) {
        checkBalanced(transaction.id().value(), posted);
        Map<UserId, Wallet> changed = new LinkedHashMap<>();
        for (Wallet wallet : wallets) {
            changed.put(wallet.userId(), wallet);
        }
        for (Posting posting : posted) {
            UserId user = new Account(posting.account()).user();
            Wallet wallet = user == null ? null : changed.get(user);
            if (wallet != null) {
                changed.put(wallet.userId(), wallet.after(posting));
            } else {
                credit(tx, transaction, posting);
            }
        }
        changed.forEach((user, wallet) -> tx.set(LedgerCollections.wallet(user), wallet));
    }

    private static void credit(Transaction tx, LedgerTransaction transaction, Posting posting) {
        String kind = new Account(posting.account()).kind();
        if (kind.equals("wallet") || kind.equals("held")) {
            throw new IllegalStateException(posting.account() + " was not read in the transaction that changes it");
        }
        String id = AccountShard.idFor(
                posting.account(), posting.asset(), transaction.id().value());
        tx.upsert(
                LedgerCollections.SHARDS.id(id),
                new AccountShard(posting.account(), posting.asset(), 0),
                Update.of().increment("balance", posting.amount()));
    }

    private static void checkBalanced(String id, List<Posting> postings) {
        Map<Asset, Long> sums = new EnumMap<>(Asset.class);
        postings.forEach(p -> sums.merge(p.asset(), p.amount(), Math::addExact));
        if (sums.values().stream().anyMatch(sum -> sum != 0)) {
            throw new IllegalStateException("the postings of " + id + " do not sum to zero: " + postings);
        }
    }
}
