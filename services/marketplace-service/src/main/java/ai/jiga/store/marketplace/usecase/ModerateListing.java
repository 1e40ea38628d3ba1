package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.audit.AuditLog;
import ai.jiga.store.contracts.agent.ListingStatus;
import ai.jiga.store.contracts.agent.Runtimes;
import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Reader;
import ai.jiga.store.documents.Results;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Page;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.marketplace.model.Listing;
import ai.jiga.store.marketplace.model.MarketplaceCollections;
import ai.jiga.store.marketplace.model.Moderation;
import ai.jiga.store.queue.EventStamp;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// An operator looks through listings, takes one down, and lets it up again. Sessions that run go on to their end.
public final class ModerateListing {
    private final DocumentStore store;
    private final ListingWriter writer;
    private final AuditLog audit;
    private final Runtimes runtimes;
    private final InstantSource clock;

    public ModerateListing(
            DocumentStore store, ListingWriter writer, AuditLog audit, Runtimes runtimes, InstantSource clock) {
        this.store = store;
        this.writer = writer;
        this.audit = audit;
        this.runtimes = runtimes;
        this.clock = clock;
    }

    /// Those that changed last come first, their figures included.
    ///
    /// @param status null: all
    /// @param owner whose, when no status is named; null: everybody's
    public Page<ListingPage> list(
            @Nullable ListingStatus status, @Nullable UserId owner, int limit, @Nullable String cursor) {
        Query<Listing> query = MarketplaceCollections.LISTINGS.query();
        if (status != null) {
            query = query.where("status").is(status.label());
        } else if (owner != null) {
            query = query.where("ownerId").is(owner.value());
        }
        Results<Listing> found = store.query(
                query.descending("updatedAt").limit(limit).startAfter(cursor == null ? null : new Cursor(cursor)));
        Instant now = clock.instant();
        Cursor next = found.next();
        return new Page<>(
                found.values().stream()
                        .map(listing -> ListingPage.of(listing, runtimes, now))
                        .toList(),
                next == null ? null : next.token());
    }

    /// One that is down already is so for this reason from now on. Refused with LISTING_NOT_FOUND.
    public Outcome<ListingPage> suspend(UserId by, ListingId id, String reason) {
        Instant now = clock.instant();
        return change(by, id, "listing.suspend", reason, now, listing -> {
            Moderation hand = listing.moderation();
            // The second holds where this body ran before and its commit's answer was lost.
            return hand != null && hand.at().equals(now) && hand.by().equals(by)
                    ? listing
                    : listing.suspended(reason, by, now);
        });
    }

    /// One that no operator has a hand on stays as it is. Refused with LISTING_NOT_FOUND.
    public Outcome<ListingPage> restore(UserId by, ListingId id, String reason) {
        Instant now = clock.instant();
        return change(
                by,
                id,
                "listing.restore",
                reason,
                now,
                listing -> listing.status().isUpToItsOwner() ? listing : listing.restored(runtimes, now));
    }

    private interface Change {
        Listing of(Listing listing);
    }

    private Outcome<ListingPage> change(
            UserId by, ListingId id, String act, String reason, Instant now, Change change) {
        EventStamp stamp = writer.stamp();
        EventStamp told = writer.stamp();
        AuditLog.Deed deed = audit.deed(by, act, id.value(), reason);
        return store.transact(tx -> found(tx, id).map(listing -> {
            Listing after = change.of(listing);
            if (after != listing) {
                writer.moderate(tx, after, reason, stamp, told);
                deed.done(tx, listing.status().label(), after.status().label());
            }
            return ListingPage.of(after, runtimes, now);
        }));
    }

    static Outcome<Listing> found(Reader reader, ListingId id) {
        return reader.get(MarketplaceCollections.listing(id))
                .map(Document::value)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.rejected(ErrorCode.LISTING_NOT_FOUND, "There is no listing '" + id + "'."));
    }
}
