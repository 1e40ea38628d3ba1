package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.cache.WriteBehind;
import ai.jiga.store.contracts.marketplace.ListingViewed;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.marketplace.model.Listing;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import java.time.Duration;
import java.util.List;

/// Tells of page views behind the reader's back: those of a listing wait in memory for a second at most and become one
/// event, so that reading a page writes nothing, and a page that all the world reads costs one event a second. What
/// waits is lost in a crash, and views of more than [#MOST_WAITING] listings are not counted: they feed statistics,
/// nobody is paid by them.
public final class NoteViews implements AutoCloseable {
    static final int MOST_WAITING = 10_000;
    private static final int PER_TRANSACTION = 200;

    /// @param stamp of the first: should a batch come again after an unknown outcome, its events have the ids they had
    private record Views(EventStamp stamp, ListingViewed event) {
        private Views and(Views later) {
            return new Views(
                    stamp,
                    new ListingViewed(
                            event.listingId(),
                            event.agentId(),
                            event.views() + later.event().views()));
        }
    }

    private final DocumentStore store;
    private final Outbox outbox;
    private final WriteBehind<Views> waiting;

    public NoteViews(DocumentStore store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
        this.waiting = WriteBehind.coalescing(
                new WriteBehind.Options(
                        "page-views", MOST_WAITING, PER_TRANSACTION, Duration.ofSeconds(1), Duration.ofSeconds(10)),
                Views::and,
                this::write);
    }

    void note(Listing listing, Caller viewer) {
        if (listing.status().isPublic() && !viewer.is(listing.ownerId())) {
            var event = new ListingViewed(listing.id(), listing.agentId(), 1);
            waiting.offer(listing.id().value(), new Views(outbox.stamp(), event));
        }
    }

    /// Writes the events of all views so far.
    public void flush() {
        waiting.flush();
    }

    @Override
    public void close() {
        waiting.close();
    }

    private void write(List<WriteBehind.Entry<Views>> views) {
        store.transact(tx -> {
            // A view changes nothing of the listing: its place among the listing's events is its time.
            views.stream()
                    .map(WriteBehind.Entry::value)
                    .forEach(v -> outbox.append(tx, v.stamp(), v.stamp().at().toEpochMilli(), v.event()));
            return views.size();
        });
    }
}
