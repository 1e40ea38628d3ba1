package ai.jiga.store.transaction.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.transaction.model.Account;
import ai.jiga.store.transaction.model.AccountShard;
import ai.jiga.store.transaction.model.Asset;
import ai.jiga.store.transaction.model.LedgerCollections;
import ai.jiga.store.transaction.model.Wallet;
import java.time.InstantSource;
import java.util.List;

/// A user's balances, from one state of the books.
public final class ReadWallet {
    private final DocumentStore store;
    private final InstantSource clock;

    public ReadWallet(DocumentStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// As clients see it.
    ///
    /// @param balance available + held
    /// @param currency `DOF`, or `DOF_TEST` of test keys
    /// @param earnings folded income, spent after what is available
    /// @param pending income that is not folded yet
    public record WalletView(Dof balance, Dof available, Dof held, Dof earnings, Dof pending, String currency) {}

    /// The caller's own. Somebody whose wallet is about to be opened has nothing yet.
    public WalletView of(UserId user) {
        return store.snapshot(reader -> {
            Wallet wallet = reader.get(LedgerCollections.wallet(user))
                    .map(Document::value)
                    .orElseGet(() -> Wallet.empty(user, clock.instant()));
            List<Document<AccountShard>> shards =
                    reader.getAll(LedgerCollections.shards(Account.earnings(user), Asset.of(user)));
            long pending = shards.stream().mapToLong(s -> s.value().balance()).reduce(0, Math::addExact);
            return new WalletView(
                    wallet.available().plus(wallet.held()),
                    wallet.available(),
                    wallet.held(),
                    wallet.earnings(),
                    Dof.of(pending),
                    Asset.of(user).name());
        });
    }
}
