package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.contracts.marketplace.AgentPublished;
import ai.jiga.store.contracts.marketplace.AgentUnpublished;
import ai.jiga.store.contracts.marketplace.ListingChanged;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.documents.Update;
import ai.jiga.store.marketplace.model.FeaturedListing;
import ai.jiga.store.marketplace.model.Listing;
import ai.jiga.store.marketplace.model.MarketplaceCollections;
import ai.jiga.store.queue.EventData;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;

/// Writes a listing, the time of the commit into it, and the event that tells of it. All in the caller's
/// transaction, after its reads.
public final class ListingWriter {
    private final Outbox outbox;
    private final PublicListings listings;

    public ListingWriter(Outbox outbox, PublicListings listings) {
        this.outbox = outbox;
        this.listings = listings;
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

    /// Puts it among those that are shown first.
    void feature(Transaction tx, FeaturedListing entry) {
        tx.set(MarketplaceCollections.FEATURED.id(entry.listingId().value()), entry);
        tx.afterCommit(listings::featuredChanged);
    }

    private void write(Transaction tx, Listing listing, EventStamp stamp, EventData event) {
        Ref<Listing> ref = MarketplaceCollections.listing(listing.id());
        tx.set(ref, listing);
        tx.update(ref, Update.of().serverTimestamp("changedAt"));
        outbox.append(tx, stamp, listing.version(), event);
        // Whoever is answered reads what it wrote; should this process die here, the event does it.
        tx.afterCommit(() -> listings.changed(listing.id()));
    }
}
