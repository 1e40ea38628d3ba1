package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.cache.Cache;
import ai.jiga.store.cache.CacheDefinition;
import ai.jiga.store.cache.CacheEngine;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.marketplace.model.FeaturedListing;
import ai.jiga.store.marketplace.model.Listing;
import ai.jiga.store.marketplace.model.MarketplaceCollections;
import ai.jiga.store.wiring.Lifetimes;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What everybody may read of the listings, from a cache: pages, cards, and which are featured. A listing
/// is forgotten when it is written, and once more by the event that tells of it. Who hires, edits or
/// publishes reads the documents.
public final class PublicListings {
    /// The one key of what there is one of.
    private static final String ALL = "all";
    static final int MOST_FEATURED = 100;

    /// In their order, with those that are not shown yet or not any more.
    record Featured(List<FeaturedListing> entries) {}

    private final DocumentStore store;
    private final Cache<Listing> listings;
    private final Cache<Featured> featured;

    public PublicListings(DocumentStore store, CacheEngine caches) {
        this.store = store;
        this.listings = caches.open(CacheDefinition.of("listings", Listing.class, Lifetimes.LISTINGS)
                .refreshedAhead());
        this.featured = caches.open(CacheDefinition.of("featured", Featured.class, Lifetimes.LISTINGS)
                .refreshedAhead());
    }

    /// As [ListingAccess#seen]: that somebody is the owner of one that is not public is asked of the
    /// documents.
    Outcome<Listing> seen(ListingId id, Caller caller) {
        return listings.get(id.value(), () -> load(id))
                .map(Outcome::done)
                .orElseGet(() -> ListingAccess.seen(store, id, caller));
    }

    private Optional<Listing> load(ListingId id) {
        return store.get(MarketplaceCollections.listing(id))
                .map(Document::value)
                .filter(listing -> listing.status().isPublic());
    }

    /// Those of them that are public, by their ids, in the order asked.
    Map<String, Listing> all(Collection<ListingId> ids) {
        return listings.getAll(ids.stream().map(ListingId::value).toList(), this::load);
    }

    private Map<String, Listing> load(Set<String> ids) {
        return store
                .getAll(ids.stream()
                        .map(ListingId::of)
                        .map(MarketplaceCollections::listing)
                        .toList())
                .stream()
                .filter(listing -> listing.value().status().isPublic())
                .collect(Collectors.toMap(Document::id, Document::value));
    }

    List<ListingId> featured(Instant now) {
        return featured.get(ALL, this::loadFeatured).map(Featured::entries).orElse(List.of()).stream()
                .filter(entry -> entry.isShown(now))
                .map(FeaturedListing::listingId)
                .toList();
    }

    private Optional<Featured> loadFeatured() {
        List<FeaturedListing> entries = store.query(MarketplaceCollections.FEATURED
                        .query()
                        .ascending("position")
                        .limit(MOST_FEATURED))
                .values();
        return Optional.of(new Featured(entries)).filter(some -> !some.entries().isEmpty());
    }

    /// After the commit that changed it.
    public void changed(ListingId id) {
        listings.invalidate(id.value());
    }

    /// After the commit that changed which listings are featured.
    void featuredChanged() {
        featured.invalidate(ALL);
    }
}
