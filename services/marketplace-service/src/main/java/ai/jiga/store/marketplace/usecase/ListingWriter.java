package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.contracts.marketplace.AgentPublished;
import ai.jiga.store.contracts.marketplace.AgentUnpublished;
import ai.jiga.store.contracts.marketplace.ListingChanged;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.documents.Update;
import ai.jiga.store.marketplace.model.Listing;
import ai.jiga.store.marketplace.model.MarketplaceCollections;
import ai.jiga.store.queue.EventData;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;

/// Writes a listing, the time of the commit into it, and the event that tells of it. All in the caller's transaction,
/// after its reads.
public final class ListingWriter {
    private final Outbox outbox;

    public ListingWriter(Outbox outbox) {
        this.outbox = outbox;
    }

    /// For one write, made outside of the transaction.
    EventStamp stamp() {
        return outbox.stamp();
    }

    void publish(Transaction tx, Listing listing, EventStamp stamp) {
        var event = new AgentPublished(
                listing.agentId(),
                listing.id(),
                listing.ownerId(),
                listing.agent().name(),
                listing.agent().rank(),
                listing.agent().type());
        write(tx, listing, stamp, event);
    }

    void withdraw(Transaction tx, Listing listing, EventStamp stamp) {
        var event = new AgentUnpublished(
                listing.agentId(),
                listing.id(),
                listing.ownerId(),
                listing.agent().name());
        write(tx, listing, stamp, event);
    }

    void change(Transaction tx, Listing listing, EventStamp stamp) {
        var event = new ListingChanged(
                listing.id(), listing.agentId(), listing.status().label());
        write(tx, listing, stamp, event);
    }

    private void write(Transaction tx, Listing listing, EventStamp stamp, EventData event) {
        Ref<Listing> ref = MarketplaceCollections.listing(listing.id());
        tx.set(ref, listing);
        tx.update(ref, Update.of().serverTimestamp("changedAt"));
        outbox.append(tx, stamp, listing.version(), event);
    }
}
