package ai.jiga.store.transaction.model;

import static ai.jiga.store.documents.Index.asc;
import static ai.jiga.store.documents.Index.contains;
import static ai.jiga.store.documents.Index.desc;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The ledger's documents.
public final class LedgerCollections {
    public static final Collection<Wallet> WALLETS =
            Collection.of("wallets", Wallet.class).sums("available", "held", "earnings");

    /// Apart from the others, whose sums are the platform's.
    public static final Collection<Wallet> TEST_WALLETS =
            Collection.of("test_wallets", Wallet.class).sums("available", "held", "earnings");

    public static final Collection<Spent> SPENT = Collection.of("spent", Spent.class);

    public static final Collection<LedgerTransaction> TRANSACTIONS = Collection.of(
                    "transactions", LedgerTransaction.class)
            .index(contains("views"), desc("createdAt"))
            .index(contains("views"), asc("status"), desc("createdAt"));

    public static final Collection<AccountShard> SHARDS = Collection.of("account_shards", AccountShard.class);

    public static final Collection<ProviderEventRecord> PROVIDER_EVENTS =
            Collection.of("provider_events", ProviderEventRecord.class);

    public static final Collection<ClosedDay> DAYS = Collection.of("ledger_days", ClosedDay.class);

    public static final Schema SCHEMA =
            Schema.of(WALLETS, TEST_WALLETS, SPENT, TRANSACTIONS, SHARDS, PROVIDER_EVENTS, DAYS);

    private LedgerCollections() {}

    public static Ref<Wallet> wallet(UserId user) {
        return (user.isTest() ? TEST_WALLETS : WALLETS).id(user.value());
    }

    public static Ref<LedgerTransaction> transaction(TransactionId id) {
        return TRANSACTIONS.id(id.value());
    }

    /// Under the day, such as `2026-11-29`.
    public static Ref<ClosedDay> day(LocalDate day) {
        return DAYS.id(day.toString());
    }

    /// Of the accounts that are the platform's, in DOF.
    public static List<Ref<AccountShard>> platformShards() {
        return Stream.of(Account.REVENUE, Account.FEES, Account.TREASURY, Account.ISSUANCE)
                .flatMap(account -> shards(account, Asset.DOF).stream())
                .toList();
    }

    /// All shards of an account.
    public static List<Ref<AccountShard>> shards(Account account, Asset asset) {
        var refs = new ArrayList<Ref<AccountShard>>(AccountShard.COUNT);
        for (int i = 0; i < AccountShard.COUNT; i++) {
            refs.add(SHARDS.id(AccountShard.id(account.name(), asset, i)));
        }
        return refs;
    }
}
