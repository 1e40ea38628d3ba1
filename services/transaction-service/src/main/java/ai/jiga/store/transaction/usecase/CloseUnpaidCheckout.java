package ai.jiga.store.transaction.usecase;

import ai.jiga.store.contracts.transaction.TransactionFailed;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.transaction.model.LedgerCollections;
import ai.jiga.store.transaction.model.LedgerTransaction;
import ai.jiga.store.transaction.model.TransactionStatus;
import java.time.Instant;
import java.time.InstantSource;

/// Gives up a purchase that was not paid in time. Should its money arrive nevertheless, it is credited.
public final class CloseUnpaidCheckout {
    private static final String REASON = "the checkout was not paid in time";

    private final DocumentStore store;
    private final Outbox outbox;
    private final InstantSource clock;

    public CloseUnpaidCheckout(DocumentStore store, Outbox outbox, InstantSource clock) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
    }

    public void close(TransactionId id) {
        EventStamp stamp = outbox.stamp();
        Instant now = clock.instant();
        var ref = LedgerCollections.transaction(id);
        store.<Boolean>transact(tx -> {
            LedgerTransaction open = tx.get(ref).map(Document::value).orElse(null);
            if (open == null || open.purchase() == null || open.status() != TransactionStatus.PENDING) {
                return false;
            }
            tx.set(ref, open.failed(REASON, now));
            outbox.append(
                    tx,
                    stamp,
                    2,
                    new TransactionFailed(id, open.userId(), open.type().label(), open.amount(), REASON));
            return true;
        });
    }
}
