package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.Client.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// How long who may keep which answer. Whether an answer is everybody's is a property of the answer, so each is asked
/// for by everybody and by its owner.
@ExtendWith(RunningStore.class)
class CachingTest {
    private static final String SCOUT = Variant.SCOUT;
    /// Seconds, of what everybody sees; the rest of `GET` is nobody's to keep but its reader's.
    private static final Map<String, Integer> KEPT_BY_ALL = Map.ofEntries(
            Map.entry("/.well-known/jwks.json", 300),
            Map.entry("/api/v1/agents/system", 3600),
            Map.entry("/api/v1/agents/{id}", 600),
            Map.entry("/api/v1/agents/{id}/variant-info", 3600),
            Map.entry("/api/v1/badges", 3600),
            Map.entry("/api/v1/marketplace", 300),
            Map.entry("/api/v1/marketplace/categories", 3600),
            Map.entry("/api/v1/marketplace/featured", 300),
            Map.entry("/api/v1/marketplace/search", 300),
            Map.entry("/api/v1/marketplace/specialists", 300),
            Map.entry("/api/v1/marketplace/suggest", 300),
            Map.entry("/api/v1/marketplace/{listingId}", 300),
            Map.entry("/api/v1/marketplace/{listingId}/reviews", 300),
            Map.entry("/api/v1/agents/options", 3600),
            Map.entry("/api/v1/sessions/prices", 3600),
            Map.entry("/api/v1/transactions/fees", 3600),
            Map.entry("/api/v1/transactions/packages", 3600));
    private static final String NOBODYS = "private, no-cache";

    private final Client store;

    CachingTest(Client store) {
        this.store = store;
    }

    @Test
    void whatEverybodySeesMayBeKeptForItsTimeAndIsSentOnce() {
        Client player = Person.register(store).client();
        KEPT_BY_ALL.forEach((template, seconds) -> {
            String address = store.url(filled(template));
            Answer seen = store.get(address).is(200);
            assertThat(seen.header("Cache-Control")).as(template).isEqualTo("public, max-age=" + seconds);
            assertThat(seen.header("ETag")).as(template).isNotEmpty();
            assertThat(store.get(address, "If-None-Match", seen.header("ETag"))
                            .is(304)
                            .header("Cache-Control"))
                    .as(template)
                    .isEqualTo("public, max-age=" + seconds);
            assertThat(player.get(address).is(200).header("Cache-Control"))
                    .as(template)
                    .isEqualTo("public, max-age=" + seconds);
        });
    }

    @Test
    void allElseThatIsDescribedMayBeKeptByNoCacheOfMany() {
        Client operator = Person.operator(store).client();
        JsonNode paths = store.get(store.url("/openapi?format=json")).is(200).at("/paths");
        assertThat(paths.properties().stream().map(Map.Entry::getKey)).containsAll(KEPT_BY_ALL.keySet());
        paths.properties().stream()
                .filter(path -> path.getValue().has("get"))
                .filter(path -> !KEPT_BY_ALL.containsKey(path.getKey())
                        && !path.getKey().startsWith("/assets/"))
                .forEach(path -> assertThat(operator.send(
                                        streams(path.getValue()) ? "HEAD" : "GET",
                                        store.url(filled(path.getKey())),
                                        null)
                                .header("Cache-Control"))
                        .as(path.getKey())
                        .isIn(NOBODYS, "no-store"));
    }

    /// What streams has no end that could be waited for; HEAD has the same headers.
    private static boolean streams(JsonNode path) {
        return path.at("/get/responses/200/content").has("text/event-stream");
    }

    @Test
    void anAgentIsKeptTenMinutesByAllButItsOwner() {
        Variant variant = Variant.by(Person.withSilver(store));
        Client owner = variant.owner().client();
        String agent = "/agents/" + variant.id();
        isItsOwners(owner.get(agent));

        variant.published();

        for (Client stranger : List.of(store, Person.register(store).client())) {
            Answer seen = Eventually.see(() -> stranger.get(agent), answer -> answer.status() == 200);
            assertThat(seen.header("Cache-Control")).isEqualTo("public, max-age=600");
            assertThat(vary(seen)).contains("authorization");
        }
        Answer own = owner.get(agent);
        isItsOwners(own);
        assertThat(own.at("/configuration").isMissingNode()).isFalse();
        isItsOwners(owner.get(agent + "?expand=stats"));
        isItsOwners(owner.get(agent + "?fields=name"));
        store.get(agent, "If-None-Match", own.header("ETag")).is(200);
    }

    @Test
    void aListingThatWasTakenDownIsItsOwnersAlone() {
        Variant variant = Variant.by(Person.withSilver(store));
        String listing = "/marketplace/" + variant.published();
        List<String> addresses =
                List.of(listing, listing + "?expand=reviews", listing + "?fields=title", listing + "/reviews");
        Client owner = variant.owner().client();
        addresses.forEach(address ->
                assertThat(owner.get(address).is(200).header("Cache-Control")).isEqualTo("public, max-age=300"));

        variant.unpublish().is(200);

        for (String address : addresses) {
            isItsOwners(owner.get(address));
            assertThat(store.get(address).isProblem(404, "LISTING_NOT_FOUND").header("Cache-Control"))
                    .isEqualTo("no-store");
        }
    }

    private static void isItsOwners(Answer answer) {
        assertThat(answer.is(200).header("Cache-Control")).as(answer.request()).isEqualTo(NOBODYS);
        assertThat(vary(answer)).as(answer.request()).contains("authorization");
    }

    private static String vary(Answer answer) {
        return String.join(",", answer.headers().allValues("Vary")).toLowerCase(Locale.ROOT);
    }

    /// With the ids of what a new store has.
    private static String filled(String template) {
        return template.replace("{id}", SCOUT)
                .replace("{listingId}", SCOUT)
                .replace("{version}", "1")
                .replaceAll("\\{[^}]+}", "none");
    }
}
