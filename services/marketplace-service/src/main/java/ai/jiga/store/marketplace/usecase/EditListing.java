package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.contracts.agent.ListingStatus;
import ai.jiga.store.contracts.agent.Runtimes;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.marketplace.model.Listing;
import ai.jiga.store.marketplace.model.ListingChanges;
import ai.jiga.store.marketplace.model.ListingContent;
import ai.jiga.store.marketplace.model.ListingRules;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.web.IfMatch;
import java.time.Instant;
import java.time.InstantSource;

/// An owner changes what a listing says, pauses it or goes on.
public final class EditListing {
    private final DocumentStore store;
    private final ListingWriter writer;
    private final Runtimes runtimes;
    private final InstantSource clock;

    public EditListing(DocumentStore store, ListingWriter writer, Runtimes runtimes, InstantSource clock) {
        this.store = store;
        this.writer = writer;
        this.runtimes = runtimes;
        this.clock = clock;
    }

    /// Whether the caller may at all, before the body is judged.
    public Outcome<Listing> authorise(Caller caller, ListingId id) {
        return ListingAccess.changeable(store, id, caller);
    }

    public Outcome<ListingPage> edit(Caller caller, ListingId id, ListingChanges changes, IfMatch condition) {
        Instant now = clock.instant();
        EventStamp stamp = writer.stamp();
        return store.transact(tx -> ListingAccess.changeable(tx, id, caller)
                .then(listing -> condition
                        .check(listing.editedVersion(), listing.version())
                        .map(tag -> listing))
                .then(listing -> edited(tx, listing, changes, stamp, now)));
    }

    private Outcome<ListingPage> edited(
            Transaction tx, Listing listing, ListingChanges changes, EventStamp stamp, Instant now) {
        ListingStatus status = listing.status();
        if (changes.paused() != null) {
            if (status == ListingStatus.UNPUBLISHED) {
                return Outcome.rejected(
                        ErrorCode.LISTING_NOT_HIRABLE,
                        "This listing is not on the market. Publish it: POST /api/v1/agents/" + listing.agentId()
                                + "/publish.");
            }
            status = changes.paused() ? ListingStatus.PAUSED : ListingStatus.ACTIVE;
            var unanswered = ListingRules.unanswered(
                    listing.agent().name(), listing.agent().provider(), listing.runtime(runtimes));
            if (status == ListingStatus.ACTIVE && unanswered.isPresent()) {
                return Outcome.rejected(unanswered.get());
            }
        }
        ListingContent content = listing.content().with(changes);
        var broken = ListingRules.broken(listing.agent(), content);
        if (broken.isPresent()) {
            return Outcome.rejected(broken.get());
        }
        Listing after = listing.edited(content, status, now);
        writer.change(tx, after, stamp);
        return Outcome.done(ListingPage.of(after, runtimes, now));
    }
}
