package ai.jiga.store.transaction.usecase;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Reader;
import ai.jiga.store.documents.Results;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.transaction.model.Account;
import ai.jiga.store.transaction.model.AccountShard;
import ai.jiga.store.transaction.model.Asset;
import ai.jiga.store.transaction.model.LedgerCollections;
import ai.jiga.store.transaction.model.LedgerTransaction;
import ai.jiga.store.transaction.model.OrderCheck;
import ai.jiga.store.transaction.model.Wallet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The books as an operator reads them, and their proof: every balance is what its postings add up to.
public final class KeepBooks {
    private static final int BATCH = 500;
    private static final int MAX_PROBLEMS = 100;

    private final DocumentStore store;

    public KeepBooks(DocumentStore store) {
        this.store = store;
    }

    /// @param accounts totals, `wallets`, `held` and `earnings` of all users, then the platform's and the
    ///     providers'; or the accounts of one user
    /// @param sums of all balances of the store in each asset: zero
    public record Books(List<Balance> accounts, Map<Asset, Long> sums, boolean balanced) {
        public Books {
            accounts = List.copyOf(accounts);
            sums = Collections.unmodifiableMap(new EnumMap<>(sums));
        }
    }

    /// @param balance whole DOF, or US cents
    public record Balance(String account, Asset asset, long balance) {}

    /// @param user whose accounts to list, or null for the totals
    public Books books(@Nullable UserId user) {
        return store.snapshot(reader -> {
            List<Balance> totals = totals(reader);
            Map<Asset, Long> sums = new EnumMap<>(Asset.class);
            for (Asset asset : Asset.values()) {
                sums.put(asset, 0L);
            }
            totals.forEach(a -> sums.merge(a.asset(), a.balance(), Math::addExact));
            return new Books(
                    user == null ? totals : accountsOf(reader, user),
                    sums,
                    sums.values().stream().allMatch(s -> s == 0));
        });
    }

    private static List<Balance> totals(Reader reader) {
        Map<String, Long> totals = new TreeMap<>();
        for (Asset asset : List.of(Asset.DOF, Asset.DOF_TEST)) {
            for (String part : List.of("available", "held", "earnings")) {
                add(
                        totals,
                        part.equals("available") ? "wallets" : part,
                        asset,
                        reader.sum(walletsOf(asset).query(), part));
            }
        }
        eachShard(reader, shard -> {
            String kind = new Account(shard.account()).kind();
            add(totals, kind.equals("external") ? shard.account() : kind, shard.asset(), shard.balance());
        });
        return totals.entrySet().stream()
                .map(e -> balance(e.getKey(), e.getValue()))
                .toList();
    }

    private static Collection<Wallet> walletsOf(Asset asset) {
        return asset == Asset.DOF_TEST ? LedgerCollections.TEST_WALLETS : LedgerCollections.WALLETS;
    }

    /// Three accounts, in DOF; what is not folded yet is part of the earnings.
    private static List<Balance> accountsOf(Reader reader, UserId user) {
        Wallet wallet = reader.get(LedgerCollections.wallet(user))
                .map(Document::value)
                .orElseGet(() -> Wallet.empty(user, Instant.EPOCH));
        long earned = wallet.earnings().amount();
        for (Document<AccountShard> shard :
                reader.getAll(LedgerCollections.shards(Account.earnings(user), Asset.of(user)))) {
            earned = Math.addExact(earned, shard.value().balance());
        }
        return List.of(
                new Balance(
                        Account.wallet(user).name(),
                        Asset.of(user),
                        wallet.available().amount()),
                new Balance(
                        Account.held(user).name(), Asset.of(user), wallet.held().amount()),
                new Balance(Account.earnings(user).name(), Asset.of(user), earned));
    }

    /// What the platform has: treasury, revenue and fees, in DOF.
    public long platformBalance() {
        return store.snapshot(reader -> {
            long sum = 0;
            for (Account account : List.of(Account.TREASURY, Account.REVENUE, Account.FEES)) {
                for (Document<AccountShard> shard : reader.getAll(LedgerCollections.shards(account, Asset.DOF))) {
                    sum = Math.addExact(sum, shard.value().balance());
                }
            }
            return sum;
        });
    }

    /// @param transactions how many were replayed
    /// @param problems the first hundred, in words; empty when the books are right
    public record Verification(long transactions, long postings, List<String> problems) {
        public Verification {
            problems = List.copyOf(problems);
        }

        public boolean sound() {
            return problems.isEmpty();
        }
    }

    /// Replays every posting and compares. Reads all transactions: for an operator, not for a request path.
    public Verification verify() {
        return store.snapshot(reader -> {
            Map<String, Long> replayed = new TreeMap<>();
            var problems = new ArrayList<String>();
            long[] counts = new long[2];
            Cursor next = null;
            do {
                Results<LedgerTransaction> page = reader.query(
                        LedgerCollections.TRANSACTIONS.query().limit(BATCH).startAfter(next));
                for (LedgerTransaction t : page.values()) {
                    counts[0]++;
                    counts[1] += t.postings().size();
                    t.postings().forEach(p -> add(replayed, p.account(), p.asset(), p.amount()));
                    problems.addAll(OrderCheck.problemsOf(t));
                }
                next = page.next();
            } while (next != null);
            Map<String, Long> kept = keptBalances(reader);
            replayed.forEach((account, sum) -> compare(problems, account, sum, kept.remove(account)));
            kept.forEach((account, balance) -> compare(problems, account, 0L, balance));
            return new Verification(counts[0], counts[1], problems.subList(0, Math.min(problems.size(), MAX_PROBLEMS)));
        });
    }

    private static void compare(List<String> problems, String account, long replayed, @Nullable Long kept) {
        long balance = kept == null ? 0 : kept;
        if (balance != replayed) {
            problems.add(account + " is kept as " + balance + ", its postings add up to " + replayed);
        }
    }

    private static Map<String, Long> keptBalances(Reader reader) {
        Map<String, Long> kept = new TreeMap<>();
        for (Asset asset : List.of(Asset.DOF, Asset.DOF_TEST)) {
            eachWallet(reader, asset, wallet -> {
                add(
                        kept,
                        Account.wallet(wallet.userId()).name(),
                        asset,
                        wallet.available().amount());
                add(
                        kept,
                        Account.held(wallet.userId()).name(),
                        asset,
                        wallet.held().amount());
                add(
                        kept,
                        "earnings:" + wallet.userId(),
                        asset,
                        wallet.earnings().amount());
            });
        }
        eachShard(reader, shard -> add(kept, shard.account(), shard.asset(), shard.balance()));
        return kept;
    }

    private static void eachWallet(Reader reader, Asset asset, Consumer<Wallet> consumer) {
        Cursor next = null;
        do {
            Results<Wallet> page =
                    reader.query(walletsOf(asset).query().limit(BATCH).startAfter(next));
            page.values().forEach(consumer);
            next = page.next();
        } while (next != null);
    }

    private static void eachShard(Reader reader, Consumer<AccountShard> consumer) {
        Cursor next = null;
        do {
            Results<AccountShard> page =
                    reader.query(LedgerCollections.SHARDS.query().limit(BATCH).startAfter(next));
            page.values().forEach(consumer);
            next = page.next();
        } while (next != null);
    }

    private static void add(Map<String, Long> sums, String account, Asset asset, long amount) {
        sums.merge(account + " " + asset, amount, Math::addExact);
    }

    private static Balance balance(String key, long amount) {
        int space = key.lastIndexOf(' ');
        return new Balance(key.substring(0, space), Asset.valueOf(key.substring(space + 1)), amount);
    }
}
