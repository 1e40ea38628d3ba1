package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.marketplace.model.ListingStats;
import ai.jiga.store.marketplace.model.MarketplaceCollections;
import ai.jiga.store.marketplace.model.StatShard;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Task;
import ai.jiga.store.queue.Tasks;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/// Counts what happens to a listing in its shards, and folds these into the listing a second later, once for all that
/// came within that second.
public final class CountFigures {
    public static final String FOLD = "marketplace.fold-figures";

    private final DocumentStore store;
    private final ListingWriter writer;
    private final Tasks tasks;
    private final InstantSource clock;

    public CountFigures(DocumentStore store, ListingWriter writer, Tasks tasks, InstantSource clock) {
        this.store = store;
        this.writer = writer;
        this.tasks = tasks;
        this.clock = clock;
    }

    /// In the transaction of the event that tells of it, and so once.
    public void count(
            Transaction tx, ListingId listing, SessionId session, UnaryOperator<StatShard> change, Instant at) {
        Ref<StatShard> ref = MarketplaceCollections.shard(listing, session);
        StatShard before = tx.get(ref).map(Document::value).orElse(StatShard.EMPTY);
        tx.set(ref, change.apply(before));
        // A task for each second, not one that every event would put off again.
        long second = at.getEpochSecond() + 1;
        tasks.schedule(
                tx,
                new Task(
                        FOLD,
                        listing.value() + "." + second,
                        Instant.ofEpochSecond(second),
                        TextNode.valueOf(listing.value())));
    }

    public void fold(ListingId id) {
        Instant now = clock.instant();
        EventStamp stamp = writer.stamp();
        store.transact(tx -> {
            ListingStats stats = tx.getAll(MarketplaceCollections.shards(id)).stream()
                    .map(Document::value)
                    .reduce(ListingStats.NONE, ListingStats::plus, (a, b) -> {
                        throw new IllegalStateException("shards are added one after the other");
                    });
            boolean changed = false;
            var listing = tx.get(MarketplaceCollections.listing(id)).map(Document::value);
            if (listing.isPresent() && !listing.get().stats().equals(stats)) {
                writer.count(tx, listing.get().counted(stats, now), stamp);
                changed = true;
            }
            return changed;
        });
    }
}
