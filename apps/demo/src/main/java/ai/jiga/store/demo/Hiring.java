package ai.jiga.store.demo;

import ai.jiga.store.demo.Publishing.Listing;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// The player's part before the match: find the agent in spite of a typo, and hire it exactly once.
final class Hiring {
    private static final long ALLOCATION = 20_000;
    private static final int MOST_PAGES = 10;

    private final Api api;
    private final Checks checks;
    private final Story story;
    private final Patience patience;

    Hiring(Api api, Checks checks, Story story, Patience patience) {
        this.api = api;
        this.checks = checks;
        this.story = story;
        this.patience = patience;
    }

    /// A hire: the session, and the player's wallet as it was before anything was held.
    record Hire(String sessionId, URI liveUrl, long allocation, long rate, long balanceBefore) {}

    /// Searches as somebody who types in a hurry does.
    void find(Person player, String typed, Listing listing) {
        var card = patience.until(() -> card(player, typed, listing.listingId()), Optional::isPresent);
        if (card.isEmpty()) {
            throw DemoStopped.failed(
                    "Searching for \"%s\" does not find the listing \"%s\".".formatted(typed, listing.title()));
        }
        checks.same("The title on the card", listing.title(), Answer.text(card.get(), "/title", "A listing card"));
        checks.same("The agent on the card", listing.agentId(), Answer.text(card.get(), "/agentId", "A listing card"));
        checks.amount(
                "\"" + typed + "\" finds \"" + listing.title() + "\" at an hourly rate of",
                listing.rate(),
                Answer.amount(card.get(), "/pricing/baseRate", "A listing card"));
    }

    /// The listing's card in the search results, on whichever page it stands.
    Optional<JsonNode> card(Person player, String typed, String listingId) {
        var path = "/marketplace/search?q=" + Api.encoded(typed) + "&limit=100";
        var next = path;
        for (var page = 0; page < MOST_PAGES; page++) {
            var answer = api.get(player.identity(), next);
            for (var item : answer.node("/items")) {
                if (listingId.equals(item.path("listingId").asText())) {
                    return Optional.of(item);
                }
            }
            var cursor = answer.body().path("nextCursor");
            if (!cursor.isTextual()) {
                return Optional.empty();
            }
            next = path + "&cursor=" + Api.encoded(cursor.asText());
        }
        return Optional.empty();
    }

    Hire hire(Person player, Listing listing) {
        var before = player.wallet();
        var key = Map.of("Idempotency-Key", "demo-hire-" + Person.suffix());
        var body = Map.of("dofAllocation", ALLOCATION, "message", "One match of Search & Destroy, please.");
        var path = "/marketplace/" + listing.listingId() + "/hire";

        var first = api.post(player.identity(), path, body, key);
        checks.same("The status of a hire", 201, first.status());
        checks.same("The hired agent", listing.agentId(), first.text("/agentId"));
        checks.quietly("The contract's allocation", ALLOCATION, first.amount("/contract/dofAllocated"));
        checks.quietly("The contract's hourly rate", listing.rate(), first.amount("/contract/baseRate"));
        held(player, before);
        story.checked("Set aside for the match, not spent: " + Story.dof(ALLOCATION));

        var again = api.post(player.identity(), path, body, key);
        checks.same("The session of the repeated hire", first.text("/sessionId"), again.text("/sessionId"));
        checks.same("The contract of the repeated hire", first.node("/contract"), again.node("/contract"));
        checks.same("The transaction of the repeated hire", first.node("/transaction"), again.node("/transaction"));
        checks.same(
                "The header Idempotent-Replayed of the repeated hire",
                "true",
                again.headers().firstValue("Idempotent-Replayed").orElse("(absent)"));
        held(player, before);
        story.checked("The same request sent twice, as after a lost answer: one session, held once");
        return new Hire(
                first.text("/sessionId"),
                URI.create(first.text("/connection/websocketUrl")),
                ALLOCATION,
                listing.rate(),
                before.balance());
    }

    private void held(Person player, Wallet before) {
        var now = player.wallet();
        checks.quietly("The balance while a hire is held", before.balance(), now.balance());
        checks.quietly("What is held", before.held() + ALLOCATION, now.held());
        checks.quietly("What is available", before.available() - ALLOCATION, now.available());
    }
}
