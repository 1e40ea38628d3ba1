package ai.jiga.store.transaction.usecase;

import ai.jiga.store.contracts.transaction.TransactionCompleted;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.transaction.model.Account;
import ai.jiga.store.transaction.model.Journal;
import ai.jiga.store.transaction.model.LedgerCollections;
import ai.jiga.store.transaction.model.LedgerTransaction;
import ai.jiga.store.transaction.model.Posting;
import ai.jiga.store.transaction.model.TransactionType;
import ai.jiga.store.transaction.model.Wallet;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// DOF for nothing, once for each id: the treasury's first endowment, and what new accounts of a demo store
/// start with.
public final class GrantDof {
    private final DocumentStore store;
    private final Outbox outbox;
    private final InstantSource clock;

    public GrantDof(DocumentStore store, Outbox outbox, InstantSource clock) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// Issues DOF to the treasury.
    public void endowTreasury(TransactionId id, Dof amount) {
        EventStamp stamp = outbox.stamp();
        Instant now = clock.instant();
        store.<Boolean>transact(tx -> {
            if (tx.get(LedgerCollections.transaction(id)).isPresent()) {
                return false;
            }
            List<Posting> postings = List.of(
                    Posting.dof(Account.ISSUANCE, -amount.amount()), Posting.dof(Account.TREASURY, amount.amount()));
            Journal.open(tx, LedgerTransaction.grant(id, UserId.SYSTEM, amount, postings, "treasury endowment", now));
            outbox.append(tx, stamp, 1, completed(id, UserId.SYSTEM, amount));
            return true;
        });
    }

    /// Issues DOF to a user of a store with play money.
    public void grantSandboxCredit(TransactionId id, UserId user, Dof amount) {
        EventStamp stamp = outbox.stamp();
        Instant now = clock.instant();
        store.<Boolean>transact(tx -> {
            if (tx.get(LedgerCollections.transaction(id)).isPresent()) {
                return false;
            }
            Wallet wallet = tx.get(LedgerCollections.wallet(user))
                    .map(Document::value)
                    .orElseGet(() -> Wallet.empty(user, now));
            List<Posting> postings = List.of(
                    Posting.dof(Account.ISSUANCE, -amount.amount()),
                    Posting.dof(Account.wallet(user), amount.amount()));
            Journal.open(tx, LedgerTransaction.grant(id, user, amount, postings, "welcome to the demo", now), wallet);
            outbox.append(tx, stamp, 1, completed(id, user, amount));
            return true;
        });
    }

    private static TransactionCompleted completed(TransactionId id, UserId user, Dof amount) {
        return new TransactionCompleted(id, user, TransactionType.GRANT.label(), amount, null, null, null, null);
    }
}
