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
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Moves an owner's earnings from their shards into the wallet, where they can be spent. No posting: the
/// account's balance stays what it was, kept in another place.
public final class FoldEarnings {
    private final DocumentStore store;
    private final InstantSource clock;

    public FoldEarnings(DocumentStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    public void fold(UserId owner) {
        Instant now = clock.instant();
        store.<Boolean>transact(tx -> {
            List<Document<AccountShard>> shards =
                    tx.getAll(LedgerCollections.shards(Account.earnings(owner), Asset.DOF));
            long pending = 0;
            for (Document<AccountShard> shard : shards) {
                pending = Math.addExact(pending, shard.value().balance());
            }
            if (pending == 0) {
                return false;
            }
            Wallet wallet = tx.get(LedgerCollections.wallet(owner))
                    .map(Document::value)
                    .orElseGet(() -> Wallet.empty(owner, now));
            tx.set(LedgerCollections.wallet(owner), wallet.withEarnings(Dof.of(pending)));
            shards.forEach(shard -> tx.delete(shard.ref()));
            return true;
        });
    }
}
