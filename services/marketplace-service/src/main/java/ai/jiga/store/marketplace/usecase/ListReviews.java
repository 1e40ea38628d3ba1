package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Reader;
import ai.jiga.store.documents.Results;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Page;
import ai.jiga.store.marketplace.model.MarketplaceCollections;
import ai.jiga.store.marketplace.model.Review;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What players say of a listing, the newest first.
public final class ListReviews {
    private final DocumentStore store;

    public ListReviews(DocumentStore store) {
        this.store = store;
    }

    public Outcome<ReviewPage> list(Caller caller, ListingId id, int limit, @Nullable String cursor) {
        return ListingAccess.seen(store, id, caller)
                .map(listing -> ReviewPage.of(page(store, id, limit, cursor), listing.status()));
    }

    /// Two round trips: the reviews, then all names.
    static Page<ReviewView> page(Reader reader, ListingId id, int limit, @Nullable String cursor) {
        Results<Review> found = reader.query(MarketplaceCollections.REVIEWS
                .query()
                .where("listingId")
                .is(id)
                .descending("createdAt")
                .limit(limit)
                .startAfter(cursor == null ? null : new Cursor(cursor)));
        Map<String, String> names = reader
                .getAll(found.values().stream()
                        .map(Review::reviewerId)
                        .distinct()
                        .map(MarketplaceCollections::reviewer)
                        .toList())
                .stream()
                .collect(Collectors.toMap(
                        Document::id, reviewer -> reviewer.value().displayName()));
        Cursor next = found.next();
        return new Page<>(
                found.values().stream()
                        .map(review -> ReviewView.of(
                                review, names.get(review.reviewerId().value())))
                        .toList(),
                next == null ? null : next.token());
    }
}
