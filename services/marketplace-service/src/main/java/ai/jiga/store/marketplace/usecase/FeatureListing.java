package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.audit.AuditLog;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.marketplace.model.FeaturedListing;
import ai.jiga.store.marketplace.model.Listing;
import ai.jiga.store.marketplace.model.MarketplaceCollections;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An operator says which listings are shown first, and when.
public final class FeatureListing {
    private final DocumentStore store;
    private final ListingWriter writer;
    private final AuditLog audit;
    private final InstantSource clock;

    public FeatureListing(DocumentStore store, ListingWriter writer, AuditLog audit, InstantSource clock) {
        this.store = store;
        this.writer = writer;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param title of the listing; absent where it is gone
    /// @param shown whether it is among the first now: in time, and on the market
    public record FeaturedView(
            ListingId listingId,
            @Nullable String title,
            int position,
            @Nullable Instant from,
            @Nullable Instant until,
            boolean shown) {
        static FeaturedView of(FeaturedListing entry, @Nullable Listing listing, Instant now) {
            return new FeaturedView(
                    entry.listingId(),
                    listing == null ? null : listing.content().title(),
                    entry.position(),
                    entry.from(),
                    entry.until(),
                    listing != null && listing.shelf().isHirable() && entry.isShown(now));
        }
    }

    /// In their order, with those that are not shown yet or not any more.
    public List<FeaturedView> list() {
        Instant now = clock.instant();
        return store.snapshot(reader -> {
            List<FeaturedListing> entries = reader.query(MarketplaceCollections.FEATURED
                            .query()
                            .ascending("position")
                            .limit(PublicListings.MOST_FEATURED))
                    .values();
            Map<String, Listing> listings = reader
                    .getAll(entries.stream()
                            .map(entry -> MarketplaceCollections.listing(entry.listingId()))
                            .toList())
                    .stream()
                    .collect(Collectors.toMap(Document::id, Document::value));
            return entries.stream()
                    .map(entry -> FeaturedView.of(
                            entry, listings.get(entry.listingId().value()), now))
                    .toList();
        });
    }

    /// Refused with LISTING_NOT_FOUND, or with VALIDATION_FAILED where it would be over before it begins.
    public Outcome<FeaturedView> feature(UserId by, FeaturedListing wished) {
        Instant now = clock.instant();
        Instant from = wished.from() == null ? now : wished.from();
        Instant until = wished.until();
        if (until != null && (!until.isAfter(from) || !until.isAfter(now))) {
            return Outcome.rejected(
                    ErrorCode.VALIDATION_FAILED, "'until' is after 'from', and not over yet. Nothing was done.");
        }
        Ref<FeaturedListing> ref = MarketplaceCollections.featured(wished.listingId());
        AuditLog.Deed deed =
                audit.deed(by, "listing.feature", wished.listingId().value(), null);
        return store.transact(tx -> ModerateListing.found(tx, wished.listingId())
                .map(listing -> {
                    Optional<FeaturedListing> before = tx.get(ref).map(Document::value);
                    writer.feature(tx, wished);
                    if (before.filter(wished::equals).isEmpty()) {
                        deed.done(tx, before.map(FeatureListing::words).orElse(null), words(wished));
                    }
                    return FeaturedView.of(wished, listing, now);
                }));
    }

    /// One that is none stays none.
    public void unfeature(UserId by, ListingId id) {
        AuditLog.Deed deed = audit.deed(by, "listing.unfeature", id.value(), null);
        store.<Boolean>transact(tx -> {
            Optional<FeaturedListing> before =
                    tx.get(MarketplaceCollections.featured(id)).map(Document::value);
            before.ifPresent(entry -> {
                writer.unfeature(tx, id);
                deed.done(tx, words(entry), null);
            });
            return before.isPresent();
        });
    }

    private static String words(FeaturedListing entry) {
        return "at " + entry.position()
                + (entry.from() == null ? "" : " from " + entry.from())
                + (entry.until() == null ? "" : " until " + entry.until());
    }
}
