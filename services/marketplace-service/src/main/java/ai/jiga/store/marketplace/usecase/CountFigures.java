package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.contracts.marketplace.ReviewSubmitted;
import ai.jiga.store.contracts.session.SessionEnded;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Reader;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.marketplace.model.Hirer;
import ai.jiga.store.marketplace.model.ListingStats;
import ai.jiga.store.marketplace.model.MarketplaceCollections;
import ai.jiga.store.marketplace.model.Rater;
import ai.jiga.store.marketplace.model.StatShard;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Task;
import ai.jiga.store.queue.Tasks;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalInt;

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

    /// A session that is over, in the transaction of the event that tells of it, and so once. What was not
    /// played moves nothing.
    public void ended(Transaction tx, SessionEnded session, Instant at) {
        if (!session.wasPlayed()) {
            return;
        }
        ListingId listing = ListingId.of(session.agentId());
        Ref<Hirer> person = MarketplaceCollections.hirer(listing, session.person());
        Hirer before = tx.get(person).map(Document::value).orElse(null);
        Hirer after = Hirer.charged(before, at);
        StatShard shard = shard(tx, listing, session.sessionId());
        if (!after.equals(before)) {
            tx.set(person, after);
        }
        count(
                tx,
                listing,
                session.sessionId(),
                shard.charged(session.wasAnswered(), session.wentWell(), after.moreThan(before)),
                at);
    }

    public void rated(Transaction tx, ReviewSubmitted review, Instant at) {
        Ref<Rater> person = MarketplaceCollections.rater(review.listingId(), review.reviewerId());
        OptionalInt before = tx.get(person)
                .map(rater -> OptionalInt.of(rater.value().rating()))
                .orElseGet(OptionalInt::empty);
        StatShard shard = shard(tx, review.listingId(), review.sessionId());
        tx.set(person, new Rater(review.rating()));
        count(tx, review.listingId(), review.sessionId(), shard.rated(review.rating(), before), at);
    }

    private static StatShard shard(Reader reader, ListingId listing, SessionId session) {
        return reader.get(MarketplaceCollections.shard(listing, session))
                .map(Document::value)
                .orElse(StatShard.EMPTY);
    }

    private void count(Transaction tx, ListingId listing, SessionId session, StatShard after, Instant at) {
        tx.set(MarketplaceCollections.shard(listing, session), after);
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
