package ai.jiga.store.e2e;

import ai.jiga.store.e2e.Client.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A variant of a system agent, and how its owner puts it on the market.
///
/// @param rate DOF an hour
record Variant(Person owner, String id, long rate) {
    static final String SCOUT = "scout-observer-001";
    /// What a variant of a Bronze agent costs once.
    static final long PRICE = 30_000;

    /// A variant of Scout, which is the cheapest.
    static Variant by(Person owner) {
        Answer made = create(owner, wish()).is(201);
        return new Variant(owner, made.text("/variant/id"), made.amount("/variant/baseRate"));
    }

    static Answer create(Person owner, Object wish, String... headers) {
        return owner.client().post("/agents/create-variant", wish, headers);
    }

    static Map<String, Object> wish() {
        String name = "Ranger " + UUID.randomUUID().toString().substring(0, 8);
        return Map.of("baseAgentId", SCOUT, "customization", Map.of("name", name, "voiceId", "us_male_algenib"));
    }

    Answer publish(String title, String... headers) {
        return owner.client().post("/agents/" + id + "/publish", listing(title), headers);
    }

    Answer publish(String title, List<String> categories) {
        return owner.client().post("/agents/" + id + "/publish", listing(title, categories));
    }

    Object listing(String title) {
        return listing(title, List.of(category()));
    }

    private Object listing(String title, List<String> categories) {
        return Map.of(
                "listing",
                Map.of(
                        "title",
                        title,
                        "description",
                        "Watches your back and tells what it sees.",
                        "category",
                        categories,
                        "pricing",
                        Map.of("baseRate", rate)));
    }

    private String category() {
        return owner.client()
                .get("/marketplace/categories")
                .is(200)
                .json()
                .findValuesAsText("id")
                .getFirst();
    }

    /// @return the listing's id
    String published() {
        return publish("A ranger at your side").is(200).text("/listingId");
    }

    Answer unpublish() {
        return owner.client().post("/agents/" + id + "/unpublish", Map.of());
    }
}
