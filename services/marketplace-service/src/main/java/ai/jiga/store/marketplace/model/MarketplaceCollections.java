package ai.jiga.store.marketplace.model;

import static ai.jiga.store.documents.Index.asc;
import static ai.jiga.store.documents.Index.contains;
import static ai.jiga.store.documents.Index.desc;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.UserId;
import java.util.List;
import java.util.stream.IntStream;

/// The marketplace's documents.
public final class MarketplaceCollections {
    /// By status for the clients that read Firestore themselves: its rules let them list what is active. By
    /// their shelves for browsing while the search engine is away.
    public static final Collection<Listing> LISTINGS = Collection.of("marketplace", Listing.class)
            .index(asc("changedAt"))
            .index(asc("status"), desc("updatedAt"))
            .index(asc("ownerId"), desc("updatedAt"))
            .index(desc("updatedAt"))
            .index(asc(Shelf.IS_HIRABLE), asc(Shelf.RANK), desc(Shelf.RATING), asc(Shelf.PRICE))
            .index(contains(Shelf.PLAYS), asc(Shelf.IS_HIRABLE), desc(Shelf.RATING), asc(Shelf.PRICE));

    public static final Collection<StatShard> STAT_SHARDS =
            Collection.of("marketplace/{}/stat_shards", StatShard.class);

    public static final Collection<Hirer> HIRERS =
            Collection.of("marketplace/{}/hirers", Hirer.class).expires("expiresAt");

    public static final Collection<Rater> RATERS =
            Collection.of("marketplace/{}/raters", Rater.class).index(asc("rating"));

    public static final Collection<Review> REVIEWS =
            Collection.of("reviews", Review.class).index(asc("listingId"), desc("createdAt"));

    public static final Collection<Reviewer> REVIEWERS = Collection.of("reviewers", Reviewer.class);

    public static final Collection<FeaturedListing> FEATURED =
            Collection.of("featured_agents", FeaturedListing.class).index(asc("position"));

    public static final Collection<Favourite> FAVOURITES =
            Collection.of("favourites/{}/listings", Favourite.class).index(desc("at"));

    private static final Collection<Favourite> FAVOURITES_OF = Collection.of("favourites", Favourite.class);

    public static final Schema SCHEMA =
            Schema.of(LISTINGS, STAT_SHARDS, HIRERS, RATERS, REVIEWS, REVIEWERS, FEATURED, FAVOURITES);

    private MarketplaceCollections() {}

    public static Ref<Listing> listing(ListingId id) {
        return LISTINGS.id(id.value());
    }

    public static Ref<FeaturedListing> featured(ListingId id) {
        return FEATURED.id(id.value());
    }

    public static Ref<StatShard> shard(ListingId listing, SessionId session) {
        return STAT_SHARDS.id(listing(listing), StatShard.of(session));
    }

    public static List<Ref<StatShard>> shards(ListingId listing) {
        return IntStream.range(0, StatShard.COUNT)
                .mapToObj(n -> STAT_SHARDS.id(listing(listing), Integer.toString(n)))
                .toList();
    }

    public static Ref<Hirer> hirer(ListingId listing, UserId player) {
        return HIRERS.id(listing(listing), player.value());
    }

    public static Ref<Rater> rater(ListingId listing, UserId player) {
        return RATERS.id(listing(listing), player.value());
    }

    public static Ref<Review> review(SessionId session) {
        return REVIEWS.id(session.value());
    }

    /// Below which somebody's favourites lie; nothing is kept there itself.
    public static Ref<Favourite> favouritesOf(UserId user) {
        return FAVOURITES_OF.id(user.value());
    }

    public static Ref<Favourite> favourite(UserId user, ListingId listing) {
        return FAVOURITES.id(favouritesOf(user), listing.value());
    }

    public static Ref<Reviewer> reviewer(UserId user) {
        return REVIEWERS.id(user.value());
    }
}
