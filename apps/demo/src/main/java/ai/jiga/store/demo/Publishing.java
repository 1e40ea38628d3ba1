package ai.jiga.store.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The owner's part: derive a variant of Nova, and put it on the market.
final class Publishing {
    private static final String NOVA = "nova-coordinator-001";

    private final Api api;
    private final Checks checks;
    private final Story story;

    Publishing(Api api, Checks checks, Story story) {
        this.api = api;
        this.checks = checks;
        this.story = story;
    }

    /// A variant of Nova.
    ///
    /// @param rate DOF an hour
    record Variant(String agentId, String name, long rate) {}

    /// An offer on the market.
    record Listing(String listingId, String agentId, String agentName, String title, long rate) {}

    Variant derive(Person owner) {
        // The name is unique per owner; the suffix only helps a reader of the store tell two runs apart.
        var name = "Ember " + Person.suffix().substring(0, 4);
        var before = owner.wallet().balance();
        var answer = api.post(
                owner.identity(),
                "/agents/create-variant",
                Map.of("baseAgentId", NOVA, "customization", Map.of("name", name, "voiceId", "us_male_algenib")),
                Map.of("Idempotency-Key", "demo-variant-" + Person.suffix()));
        checks.quietly("The balance before the variant", before, answer.amount("/userBalance/before"));
        checks.quietly(
                "The balance after the variant", before - Tariff.GOLD_VARIANT, answer.amount("/userBalance/after"));
        checks.amount(
                "Nova is Gold, so the variant " + name + " costs",
                Tariff.GOLD_VARIANT,
                before - answer.amount("/userBalance/after"));
        checks.amount(
                "What is left in " + owner.name() + "'s wallet",
                before - Tariff.GOLD_VARIANT,
                owner.wallet().balance());
        var rate = Tariff.variantRate(Tariff.NOVA_RATE);
        checks.amount(
                "An hour with " + name + ", 30 % under Nova's " + Story.dof(Tariff.NOVA_RATE),
                rate,
                answer.amount("/variant/baseRate"));
        return new Variant(answer.text("/variant/id"), name, rate);
    }

    Listing publish(Person owner, Variant variant) {
        var title = variant.name() + ", your caller for Search & Destroy";
        var answer = api.post(
                owner.identity(),
                "/agents/" + variant.agentId() + "/publish",
                Map.of(
                        "listing",
                        Map.of(
                                "title",
                                title,
                                "description",
                                "Calls plays, keeps the score and tells your team what to do in Call of Duty.",
                                "tags",
                                List.of("shooter", "caller", "team"),
                                "category",
                                List.of(category(owner)),
                                "games",
                                List.of("Call of Duty"),
                                "pricing",
                                Map.of("baseRate", variant.rate()),
                                "availability",
                                Map.of("schedule", "always"))),
                Map.of("Idempotency-Key", "demo-publish-" + Person.suffix()));
        checks.same("The published agent", variant.agentId(), answer.text("/agentId"));
        checks.same("The listing's status", "active", answer.text("/status"));
        story.checked("\"" + title + "\" is on the market at " + Story.dof(variant.rate()) + " an hour");
        return new Listing(answer.text("/listingId"), variant.agentId(), variant.name(), title, variant.rate());
    }

    /// The first of the store's categories that fits a shooter.
    private String category(Person owner) {
        var body = api.get(owner.identity(), "/marketplace/categories").body();
        var list = body.isArray() ? body : body.has("items") ? body.path("items") : body.path("categories");
        var first = "";
        for (var entry : list) {
            var id = categoryId(entry);
            var words = entry.toString().toLowerCase(Locale.ROOT);
            if (words.contains("fps") || words.contains("shooter")) {
                return id;
            }
            first = first.isEmpty() ? id : first;
        }
        if (first.isEmpty()) {
            throw DemoStopped.failed("The store has no category to publish in.");
        }
        return first;
    }

    private static String categoryId(JsonNode entry) {
        if (entry.isTextual()) {
            return entry.asText();
        }
        for (var field : List.of("id", "slug", "key", "category", "name")) {
            if (entry.path(field).isTextual()) {
                return entry.path(field).asText();
            }
        }
        throw DemoStopped.failed("A category of the store has no id: " + entry);
    }
}
