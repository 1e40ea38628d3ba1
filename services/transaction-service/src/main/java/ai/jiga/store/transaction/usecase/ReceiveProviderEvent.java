package ai.jiga.store.transaction.usecase;

import ai.jiga.store.contracts.transaction.TransactionCompleted;
import ai.jiga.store.contracts.transaction.TransactionFailed;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.transaction.model.Account;
import ai.jiga.store.transaction.model.Journal;
import ai.jiga.store.transaction.model.LedgerCollections;
import ai.jiga.store.transaction.model.LedgerTransaction;
import ai.jiga.store.transaction.model.LedgerTransaction.PurchaseTerms;
import ai.jiga.store.transaction.model.Posting;
import ai.jiga.store.transaction.model.ProviderEvent;
import ai.jiga.store.transaction.model.ProviderEventRecord;
import ai.jiga.store.transaction.model.TransactionStatus;
import ai.jiga.store.transaction.model.Wallet;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes in what a payment provider says, each event once, whatever their order: DOF are issued to the
/// buyer for money received. The event was verified before it comes here.
public final class ReceiveProviderEvent {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiveProviderEvent.class);

    private final DocumentStore store;
    private final Outbox outbox;
    private final InstantSource clock;

    public ReceiveProviderEvent(DocumentStore store, Outbox outbox, InstantSource clock) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// What came of an event.
    public enum Effect {
        CREDITED,
        FAILED,
        /// It had come before.
        REPEATED,
        /// Nothing waits for it: unknown, or resolved before. Kept for an operator to look at.
        NOTHING
    }

    public Effect receive(ProviderEvent event) {
        EventStamp stamp = outbox.stamp();
        Instant now = clock.instant();
        var proof = LedgerCollections.PROVIDER_EVENTS.id(event.provider() + "~" + event.id());
        Effect effect = store.transact(tx -> {
            Optional<ProviderEventRecord> taken = tx.get(proof).map(Document::value);
            if (taken.isPresent()) {
                return stamp.id().equals(taken.get().attempt())
                        ? Effect.valueOf(taken.get().effect())
                        : Effect.REPEATED;
            }
            LedgerTransaction purchase = tx.get(LedgerCollections.transaction(event.transactionId()))
                    .map(Document::value)
                    .orElse(null);
            PurchaseTerms terms = purchase == null ? null : purchase.purchase();
            Effect first =
                    purchase == null || terms == null || !terms.provider().equals(event.provider())
                            ? Effect.NOTHING
                            : apply(tx, stamp, purchase, terms, event, now);
            tx.create(proof, new ProviderEventRecord(event, first.name(), now, stamp.id()));
            return first;
        });
        if (event.kind() == ProviderEvent.Kind.PAYMENT_SUCCEEDED
                && (effect == Effect.NOTHING || effect == Effect.FAILED)) {
            LOG.warn("Money came in that no purchase explains: {}", event);
        }
        return effect;
    }

    /// Money that came in is credited even when the purchase was given up before: the order of events is not
    /// ours.
    private Effect apply(
            Transaction tx,
            EventStamp stamp,
            LedgerTransaction purchase,
            PurchaseTerms terms,
            ProviderEvent event,
            Instant now) {
        boolean pending = purchase.status() == TransactionStatus.PENDING;
        boolean paid = !pending && purchase.status() != TransactionStatus.FAILED;
        return switch (event.kind()) {
            case PAYMENT_SUCCEEDED -> {
                if (paid) {
                    yield Effect.NOTHING;
                }
                if (event.cents() == terms.cents()) {
                    yield credit(tx, stamp, purchase, event, now);
                }
                yield pending
                        ? fail(tx, stamp, purchase, "the provider reports another amount than the price", now)
                        : Effect.NOTHING;
            }
            case PAYMENT_DECLINED ->
                pending ? fail(tx, stamp, purchase, "the payment was declined", now) : Effect.NOTHING;
        };
    }

    private Effect credit(
            Transaction tx, EventStamp stamp, LedgerTransaction purchase, ProviderEvent event, Instant now) {
        Wallet wallet = tx.get(LedgerCollections.wallet(purchase.userId()))
                .map(Document::value)
                .orElseGet(() -> Wallet.empty(purchase.userId(), now));
        List<Posting> postings = List.of(
                Posting.dof(Account.ISSUANCE, -purchase.amount().amount()),
                Posting.dof(Account.wallet(purchase.userId()), purchase.amount().amount()),
                Posting.cents(Account.external(event.provider()), -event.cents()),
                Posting.cents(Account.TREASURY, event.cents()));
        Journal.add(tx, purchase.paid(postings, event.paymentId(), now), postings, wallet);
        outbox.append(
                tx,
                stamp,
                // After `initiated`, and after `failed` if it had been given up.
                purchase.status() == TransactionStatus.FAILED ? 3 : 2,
                new TransactionCompleted(
                        purchase.id(),
                        purchase.userId(),
                        purchase.type().label(),
                        purchase.amount(),
                        null,
                        null,
                        null,
                        null));
        return Effect.CREDITED;
    }

    private Effect fail(Transaction tx, EventStamp stamp, LedgerTransaction purchase, String reason, Instant now) {
        tx.set(LedgerCollections.transaction(purchase.id()), purchase.failed(reason, now));
        outbox.append(
                tx,
                stamp,
                2,
                new TransactionFailed(
                        purchase.id(), purchase.userId(), purchase.type().label(), purchase.amount(), reason));
        return Effect.FAILED;
    }
}
