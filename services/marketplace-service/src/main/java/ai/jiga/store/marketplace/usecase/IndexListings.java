package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.contracts.agent.ListingStatus;
import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Results;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.marketplace.model.Listing;
import ai.jiga.store.marketplace.model.ListingSearch;
import ai.jiga.store.marketplace.model.MarketplaceCollections;
import ai.jiga.store.search.SearchIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Keeps the search index equal to the listings. An event shows a change at once ([#show]); what makes it last is
/// [#catchUp], which reads all that was changed since the index's position, whoever told of it, and commits the index
/// together with the new position. So a crash between two commits loses nothing: the next start reads on from the last
/// one, or from the beginning when there is no index, it is damaged, or it was built under another declaration.
///
/// The position is the commit time of the last change that was read.
public final class IndexListings {
    /// Read again each time, because clocks are set back and several nodes have several.
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private static final int PAGE = 500;

    private final DocumentStore store;
    private final SearchIndex index;
    private final ReentrantLock catchingUp = new ReentrantLock();
    private final ReentrantLock refreshing = new ReentrantLock();
    private final AtomicLong applied = new AtomicLong();
    /// Of the changes applied, those up to this one are shown.
    private long refreshed;
    /// The versions read within the overlap, so that a quiet marketplace leaves its index alone.
    private Map<String, Long> recent = Map.of();

    public IndexListings(DocumentStore store, SearchIndex index) {
        this.store = store;
        this.index = index;
    }

    /// Makes the search show this listing as it is now.
    public void show(ListingId id) {
        store.get(MarketplaceCollections.listing(id)).ifPresent(listing -> {
            apply(List.of(listing.value()));
            refreshPast(applied.incrementAndGet());
        });
    }

    /// Changes that come together share a refresh.
    private void refreshPast(long change) {
        refreshing.lock();
        try {
            if (refreshed < change) {
                long all = applied.get();
                index.refresh();
                refreshed = all;
            }
        } finally {
            refreshing.unlock();
        }
    }

    /// Reads what was changed since the last commit, and commits.
    public void catchUp() {
        catchingUp.lock();
        try {
            Instant position = index.position().map(Instant::parse).orElse(null);
            Instant from = position == null ? Instant.EPOCH : position.minus(OVERLAP);
            Instant reached = position;
            boolean changed = position == null;
            var read = new HashMap<String, Instant>();
            var versions = new HashMap<String, Long>();
            @Nullable Cursor next = null;
            do {
                Results<Listing> page = store.query(MarketplaceCollections.LISTINGS
                        .query()
                        .where("changedAt")
                        .atLeast(from)
                        .ascending("changedAt")
                        .limit(PAGE)
                        .startAfter(next));
                List<Listing> unseen = page.values().stream()
                        .filter(l -> !Long.valueOf(l.version()).equals(recent.get(l.id().value())))
                        .toList();
                apply(unseen);
                changed |= !unseen.isEmpty();
                for (Document<Listing> listing : page.documents()) {
                    Instant at = listing.value().changedAt();
                    if (at != null) {
                        reached = reached == null || at.isAfter(reached) ? at : reached;
                        read.put(listing.id(), at);
                        versions.put(listing.id(), listing.value().version());
                    }
                }
                next = page.next();
            } while (next != null);
            if (changed) {
                Instant committed = reached == null ? Instant.EPOCH : reached;
                index.refresh();
                index.commit(committed.toString());
                versions.keySet().removeIf(id -> {
                    Instant at = read.get(id);
                    return at == null || at.isBefore(committed.minus(OVERLAP));
                });
                recent = Map.copyOf(versions);
            }
        } finally {
            catchingUp.unlock();
        }
    }

    private void apply(List<Listing> listings) {
        index.upsert(listings.stream()
                .filter(IndexListings::isFound)
                .map(ListingSearch::document)
                .toList());
        listings.stream()
                .filter(listing -> !isFound(listing))
                .forEach(listing -> index.delete(listing.id().value(), listing.version()));
    }

    private static boolean isFound(Listing listing) {
        return listing.status() == ListingStatus.ACTIVE;
    }
}
