package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.contracts.agent.ListingStatus;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.idempotency.Answered;
import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.RequestKey;
import ai.jiga.store.marketplace.model.Listing;
import ai.jiga.store.queue.EventStamp;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// An owner takes an agent off the market. Sessions that run go on to their end; nobody hires it any more.
public final class UnpublishAgent {
    private final DocumentStore store;
    private final Idempotency idempotency;
    private final ListingWriter writer;
    private final InstantSource clock;

    public UnpublishAgent(DocumentStore store, Idempotency idempotency, ListingWriter writer, InstantSource clock) {
        this.store = store;
        this.idempotency = idempotency;
        this.writer = writer;
        this.clock = clock;
    }

    public record Unpublished(AgentId agentId, ListingId listingId, ListingStatus status) {}

    /// Whether the caller may at all.
    public Outcome<Listing> authorise(Caller caller, AgentId id) {
        return ListingAccess.owned(store, ListingId.of(id), caller);
    }

    /// Doing it again is not an error: it is off the market.
    public Answered<Unpublished> unpublish(Caller caller, AgentId id, @Nullable RequestKey key) {
        Instant now = clock.instant();
        EventStamp stamp = writer.stamp();
        return idempotency.once(
                key,
                Unpublished.class,
                tx -> ListingAccess.changeable(tx, ListingId.of(id), caller)
                        .map(listing -> unpublished(tx, listing, stamp, now)));
    }

    private Unpublished unpublished(Transaction tx, Listing listing, EventStamp stamp, Instant now) {
        if (listing.status() != ListingStatus.UNPUBLISHED) {
            writer.withdraw(tx, listing.withdrawn(now), stamp);
        }
        return new Unpublished(listing.agentId(), listing.id(), ListingStatus.UNPUBLISHED);
    }
}
