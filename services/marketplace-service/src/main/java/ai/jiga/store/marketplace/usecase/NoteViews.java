package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.contracts.marketplace.ListingViewed;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.marketplace.model.Listing;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// Tells of page views behind the reader's back: a view waits in memory until the next [#flush], so that reading a page
/// writes nothing. What waits is lost in a crash, and views beyond [#MOST_WAITING] are not counted: they feed
/// statistics, nobody is paid by them.
public final class NoteViews {
    static final int MOST_WAITING = 10_000;
    private static final int PER_TRANSACTION = 200;

    private record View(EventStamp stamp, ListingViewed event) {}

    private final DocumentStore store;
    private final Outbox outbox;
    private final BlockingQueue<View> waiting = new ArrayBlockingQueue<>(MOST_WAITING);

    public NoteViews(DocumentStore store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    void note(Listing listing, Caller viewer) {
        if (listing.status().isPublic() && !viewer.is(listing.ownerId())) {
            var viewerId = viewer instanceof Caller.User user ? user.id() : null;
            waiting.offer(new View(outbox.stamp(), new ListingViewed(listing.id(), listing.agentId(), viewerId)));
        }
    }

    /// Writes the events of all views so far.
    public void flush() {
        List<View> batch = new ArrayList<>(PER_TRANSACTION);
        while (waiting.drainTo(batch, PER_TRANSACTION) > 0) {
            List<View> views = List.copyOf(batch);
            store.transact(tx -> {
                // A view changes nothing of the listing: its place among the listing's events is its time.
                views.forEach(v -> outbox.append(tx, v.stamp(), v.stamp().at().toEpochMilli(), v.event()));
                return views.size();
            });
            batch.clear();
        }
    }
}
