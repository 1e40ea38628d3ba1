package ai.jiga.store.demo;

import ai.jiga.store.demo.Hiring.Hire;
import ai.jiga.store.demo.Publishing.Listing;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/// The player's part after the match: five stars, once, and the market shows them.
final class Reviewing {
    private final Api api;
    private final Checks checks;
    private final Story story;
    private final Patience patience;
    private final Hiring market;

    Reviewing(Api api, Checks checks, Story story, Patience patience, Hiring market) {
        this.api = api;
        this.checks = checks;
        this.story = story;
        this.patience = patience;
        this.market = market;
    }

    void review(Person player, Hire hire, Listing listing) {
        var path = "/sessions/" + hire.sessionId() + "/review";
        var review = Map.of("rating", 5, "title", "Kept its head", "comment", "Called the rush and knew the score.");
        checks.same(
                "The status of a review",
                201,
                api.post(player.identity(), path, review).status());
        story.checked(player.name() + " gives five stars");
        var second = api.call(player.identity(), "POST", path, review, Map.of());
        checks.same("The status of a second review of the same session", 409, second.status());
        story.checked("A second review of the same session is refused");

        var card = patience.until(
                () -> market.card(player, listing.title(), listing.listingId()),
                seen -> seen.filter(Reviewing::isRated).isPresent());
        checks.holds(
                "the listing's card shows the new rating, 5 from one player",
                card.filter(Reviewing::isRated).isPresent());
        story.checked("The listing shows it: rated 5, by one player");
    }

    private static boolean isRated(JsonNode card) {
        return card.at("/stats/ratingCount").asLong() == 1
                && Optional.of(card.at("/stats/rating"))
                        .filter(JsonNode::isNumber)
                        .filter(rating -> rating.decimalValue().compareTo(BigDecimal.valueOf(5)) == 0)
                        .isPresent();
    }
}
