package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.contracts.agent.Runtimes;
import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Results;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Page;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.marketplace.model.Favourite;
import ai.jiga.store.marketplace.model.Listing;
import ai.jiga.store.marketplace.model.MarketplaceCollections;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Somebody marks listings to find them again. What is taken down meanwhile is not shown, and is there again when it
/// comes back.
public final class KeepFavourites {
    private final DocumentStore store;
    private final PublicListings listings;
    private final Runtimes runtimes;
    private final InstantSource clock;

    public KeepFavourites(DocumentStore store, PublicListings listings, Runtimes runtimes, InstantSource clock) {
        this.store = store;
        this.listings = listings;
        this.runtimes = runtimes;
        this.clock = clock;
    }

    /// The one marked last first. A page may have fewer than were asked for, where some are taken down.
    public Page<ListingCard> list(UserId user, int limit, @Nullable String after) {
        Results<Favourite> found = store.query(MarketplaceCollections.FAVOURITES
                .query(MarketplaceCollections.favouritesOf(user))
                .descending("at")
                .limit(limit)
                .startAfter(after == null ? null : new Cursor(after)));
        List<ListingId> ids = found.values().stream().map(Favourite::listingId).toList();
        Map<String, Listing> there = listings.all(ids);
        Instant now = clock.instant();
        Cursor next = found.next();
        return new Page<>(
                ids.stream()
                        .map(id -> there.get(id.value()))
                        .filter(Objects::nonNull)
                        .map(listing -> ListingCard.of(listing, runtimes, now, Map.of()))
                        .toList(),
                next == null ? null : next.token());
    }

    /// Marking again changes nothing. Refused with LISTING_NOT_FOUND.
    public Outcome<Favourite> mark(Caller.User user, ListingId id) {
        return listings.seen(id, user).map(listing -> {
            var ref = MarketplaceCollections.favourite(user.id(), id);
            var marked = new Favourite(id, clock.instant());
            return store.transact(tx -> {
                var before = tx.get(ref);
                if (before.isEmpty()) {
                    tx.create(ref, marked);
                }
                return before.map(document -> document.value()).orElse(marked);
            });
        });
    }

    /// Of what was not marked, nothing.
    public void forget(UserId user, ListingId id) {
        store.<Boolean>transact(tx -> {
            tx.delete(MarketplaceCollections.favourite(user, id));
            return true;
        });
    }
}
