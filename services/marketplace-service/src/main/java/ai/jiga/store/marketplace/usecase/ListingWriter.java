package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.contracts.agent.Standings;
import ai.jiga.store.contracts.marketplace.AgentPublished;
import ai.jiga.store.contracts.marketplace.AgentUnpublished;
import ai.jiga.store.contracts.marketplace.ListingChanged;
import ai.jiga.store.contracts.marketplace.ListingModerated;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.documents.Update;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.marketplace.model.FeaturedListing;
import ai.jiga.store.marketplace.model.Listing;
import ai.jiga.store.marketplace.model.MarketplaceCollections;
import ai.jiga.store.queue.EventData;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes a listing, the time of the commit into it, and the event that tells of it. All in the caller's
/// transaction, after its reads. Where an agent stands is told to the agent service besides, before the caller goes
/// on: whoever has paused an agent does not find that a trial of it begins a moment later.
public final class ListingWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ListingWriter.class);

    private final Outbox outbox;
    private final PublicListings listings;
    private final Standings standings;

    public ListingWriter(Outbox outbox, PublicListings listings, Standings standings) {
        this.outbox = outbox;
        this.listings = listings;
        this.standings = standings;
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
        tellAtOnce(tx, listing);
    }

    void withdraw(Transaction tx, Listing listing, EventStamp stamp) {
        var event = new AgentUnpublished(
                listing.agentId(),
                listing.id(),
                listing.ownerId(),
                listing.agent().name());
        write(tx, listing, stamp, event);
        tellAtOnce(tx, listing);
    }

    void change(Transaction tx, Listing listing, EventStamp stamp) {
        count(tx, listing, stamp);
        tellAtOnce(tx, listing);
    }

    /// A change of its figures alone: it stands where it stood.
    void count(Transaction tx, Listing listing, EventStamp stamp) {
        var event = new ListingChanged(
                listing.id(), listing.agentId(), listing.status().label());
        write(tx, listing, stamp, event);
    }

    /// Puts it among those that are shown first.
    void feature(Transaction tx, FeaturedListing entry) {
        tx.set(MarketplaceCollections.featured(entry.listingId()), entry);
        tx.afterCommit(listings::featuredChanged);
    }

    void unfeature(Transaction tx, ListingId noLonger) {
        tx.delete(MarketplaceCollections.featured(noLonger));
        tx.afterCommit(listings::featuredChanged);
    }

    /// An operator has taken it down, or let it up again.
    ///
    /// @param told for the event that tells its owner, as [#stamp]
    void moderate(Transaction tx, Listing listing, String reason, EventStamp stamp, EventStamp told) {
        change(tx, listing, stamp);
        outbox.append(
                tx,
                told,
                listing.version(),
                new ListingModerated(
                        listing.id(),
                        listing.agentId(),
                        listing.ownerId(),
                        listing.agent().name(),
                        listing.status().label(),
                        reason));
    }

    private void tellAtOnce(Transaction tx, Listing listing) {
        tx.afterCommit(() -> {
            try {
                standings.tell(listing.agentId(), listing.status(), listing.version());
            } catch (RuntimeException e) {
                // It is committed, and its event tells of it again.
                LOG.warn("the agent service will be told later where {} stands", listing.agentId(), e);
            }
        });
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
