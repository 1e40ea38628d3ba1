package ai.jiga.store.marketplace.model;

import ai.jiga.store.contracts.agent.ListingStatus;
import ai.jiga.store.text.TextKey;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Where a listing stands when no search engine says so: what its documents are found and ordered by. Stored
/// with the listing, of which it says nothing new.
///
/// @param isHirable whether it is on the market
/// @param rank as clients write it
/// @param rating 0 before the first, because what has none would be in no order
/// @param price DOF per active hour
/// @param plays each game, each specialization, and each pair of both, see [#play]
public record Shelf(
        @JsonProperty("isHirable") boolean isHirable, String rank, double rating, long price, List<String> plays) {
    public static final String IS_HIRABLE = "shelf.isHirable";
    public static final String RANK = "shelf.rank";
    public static final String RATING = "shelf.rating";
    public static final String PRICE = "shelf.price";
    public static final String PLAYS = "shelf.plays";

    static Shelf of(Listing listing) {
        Double rating = listing.stats().rating();
        Set<String> plays = new LinkedHashSet<>();
        for (String subject : listing.agent().specializations()) {
            plays.add(play("", subject));
        }
        for (String game : listing.games()) {
            plays.add(play(game, ""));
            for (String subject : listing.agent().specializations()) {
                plays.add(play(game, subject));
            }
        }
        return new Shelf(
                listing.status() == ListingStatus.ACTIVE,
                listing.agent().rank().label(),
                rating == null ? 0 : rating,
                listing.content().rate().amount(),
                List.copyOf(plays));
    }

    /// The same for every spelling of both.
    ///
    /// @param game empty: whatever the game
    /// @param specialization empty: whatever the specialization
    public static String play(String game, String specialization) {
        return TextKey.of(game) + "\n" + TextKey.of(specialization);
    }
}
