package ai.jiga.store.marketplace.inbound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import ai.jiga.store.marketplace.FakeSessions;
import ai.jiga.store.marketplace.Play;
import ai.jiga.store.testing.TestProcess;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The marketplace as clients see it. The tests share one marketplace, so each looks at what is its own.
@QuarkusTest
class MarketplaceResourceTest {
    private static final String API = "/api/v1";
    private static final String NOVA = API + "/marketplace/nova";
    private static final String LISTING = """
            {"listing": {"title": "Nova calls", "description": "Calls plays in Call of Duty.",
             "tags": ["caller"], "category": ["shooters"], "games": ["Call of Duty"],
             "pricing": {"baseRate": 8000}, "availability": {"schedule": "always"}}}""";

    private final TestProcess process;
    private final FakeSessions sessions;

    MarketplaceResourceTest(TestProcess process, FakeSessions sessions) {
        this.process = process;
        this.sessions = sessions;
    }

    @Test
    void thirteenSystemListingsAreBrowsedWithFacetsAndPages() {
        process.settleEvents();
        String cursor = given().get(API + "/marketplace?limit=10")
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=300")
                .header("ETag", notNullValue())
                .header("Server-Timing", startsWith("search;desc=\"reading the index\";dur="))
                .body("items", hasSize(10))
                .body("items[0].availability.isAvailable", equalTo(true))
                .body("items[0].availability", not(hasKey("available")))
                .body("items[0].stats", hasKey("rating"))
                .body("items[0].pricing.unit", equalTo("hour"))
                .body("items[0].agent.rank", equalTo("Gold"))
                .body("facets.price.find { it.from == 8000 }.to", equalTo(11999))
                .body("facets.hasVoiceChat.true", notNullValue())
                .extract()
                .path("nextCursor");
        given().get(API + "/marketplace?limit=10&cursor=" + cursor).then().statusCode(200);
        given().get(API + "/marketplace?limit=10&cursor=" + cursor + "x")
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_CURSOR"));
        given().get(API + "/marketplace?rank=Wood").then().statusCode(400).body("detail", containsString("rank"));
        given().get(API + "/marketplace?limit=1000").then().statusCode(400).body("code", equalTo("INVALID_LIMIT"));
    }

    @Test
    void whatIsLeftOutBecauseItIsEmptyMayBeAskedFor() {
        given().get(API + "/marketplace?limit=1&fields=highlights").then().statusCode(200);
    }

    @Test
    void aTypoFindsTheSpecialist() {
        process.settleEvents();
        given().queryParam("q", "call of dutty")
                .queryParam("fields", "listingId,highlights")
                .get(API + "/marketplace/search")
                .then()
                .statusCode(200)
                .body("items.listingId", hasItem("truwakandan-cod-specialist-001"))
                .body("items[0]", not(hasKey("title")));
        given().get(API + "/marketplace/search?q=best+agent+for+valorant")
                .then()
                .body("relaxed", equalTo(false))
                .body("total", greaterThan(0));
        given().get(API + "/marketplace/search?q=coach+for+fps")
                .then()
                .body("relaxed", equalTo(true))
                .body("items.listingId", hasItem("coach-mentor-001"));
        given().get(API + "/marketplace/specialists").then().statusCode(200).body("total", equalTo(0));
        given().get(API + "/marketplace/suggest?q=no").then().statusCode(200).body("items", hasItem("Nova"));
        given().get(API + "/marketplace/featured").then().statusCode(200).body("items", hasSize(4));
        given().get(API + "/marketplace/categories")
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=3600")
                .body("items.id", hasItem("shooters"));
    }

    @Test
    void whileTheSearchIsAwayAnAnswerSaysSoAndIsKeptByNobody() {
        given().get(API + "/marketplace?tag=" + MarketProcess.UNREACHED)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("degraded", equalTo(true))
                .body("$", not(hasKey("total")))
                .body("items", hasSize(0));
        given().get(API + "/marketplace/search?q=nova&tag=" + MarketProcess.UNREACHED)
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("code", equalTo("UNAVAILABLE"))
                .body("detail", containsString("leave out 'q'"));
        given().get(API + "/marketplace").then().statusCode(200).body("degraded", equalTo(false));
    }

    @Test
    void anAgentIsPublishedReadHiredReviewedAndTakenDown() {
        given().contentType(ContentType.JSON)
                .body(LISTING)
                .post(API + "/agents/nova/publish")
                .then()
                .statusCode(401);
        as("player").body("{}").post(API + "/agents/nova/publish").then().statusCode(404);
        as("owner").body("{}").post(API + "/agents/nova/publish").then().statusCode(400);
        as("owner")
                .body(LISTING.replace("always", "scheduled"))
                .post(API + "/agents/nova/publish")
                .then()
                .statusCode(422)
                .body("code", equalTo("SCHEDULE_NEEDS_HOURS"))
                .body("errors[0].field", equalTo("listing.availability.hours"));
        as("owner")
                .body(LISTING)
                .header("Idempotency-Key", "p1")
                .post(API + "/agents/nova/publish")
                .then()
                .statusCode(200)
                .body("listingId", equalTo("nova"))
                .body("status", equalTo("active"));
        as("owner")
                .body(LISTING)
                .header("Idempotency-Key", "p1")
                .post(API + "/agents/nova/publish")
                .then()
                .statusCode(200)
                .header("Idempotent-Replayed", "true");

        as("player").body("{}").post(API + "/agents/nova/publish").then().statusCode(403);
        String tag = given().get(NOVA)
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=300")
                .body("title", equalTo("Nova calls"))
                .body("availability.isAvailable", equalTo(true))
                .body("$", not(hasKey("tag")))
                .body("$", not(hasKey("version")))
                .extract()
                .header("ETag");
        given().header("If-None-Match", tag).get(NOVA).then().statusCode(304);
        as("owner")
                .header("If-Match", "\"v999\"")
                .body("{\"title\": \"Nova leads\"}")
                .patch(NOVA)
                .then()
                .statusCode(412);
        as("owner")
                .header("If-Match", tag)
                .body("{\"title\": \"Nova leads\"}")
                .patch(NOVA)
                .then()
                .statusCode(200)
                .body("title", equalTo("Nova leads"));

        as("player").body("{\"dofAllocation\": 1}").post(NOVA + "/hire").then().statusCode(422);
        as("player")
                .body("{\"dofAllocation\": 1.5}")
                .post(NOVA + "/hire")
                .then()
                .statusCode(400);
        String first = hire();
        String second = hire();
        assertThat(second).isNotEqualTo(first);

        sessions.put(Play.charged("played", 100));
        String review = "{\"rating\": 5, \"comment\": \"Called the rush.\"}";
        String path = API + "/sessions/played/review";
        as("player")
                .body("{\"rating\": 6, \"comment\": \"x\"}")
                .post(path)
                .then()
                .statusCode(400);
        as("player").body(review).post(path).then().statusCode(201).body("rating", equalTo(5));
        as("player").body(review).post(path).then().statusCode(409).body("code", equalTo("ALREADY_REVIEWED"));
        as("owner").body(review).post(path).then().statusCode(404);
        process.settleEvents();
        process.advance(Duration.ofSeconds(2));
        process.settleEvents();
        given().queryParam("q", "nova leads")
                .get(API + "/marketplace/search")
                .then()
                .body("items[0].stats.ratingCount", equalTo(1))
                .body("items[0].stats.rating", equalTo(5.0f));
        given().get(NOVA + "/reviews").then().statusCode(200).body("items.comment", hasItem("Called the rush."));
        given().get(NOVA + "?expand=reviews").then().body("reviews", hasSize(1));
        given().get(NOVA + "?expand=details,stats")
                .then()
                .statusCode(200)
                .body("details.description", equalTo("A calm caller."))
                .body("details.voiceId", equalTo("uk_female"))
                .body("ratings.find { it.rating == 5 }.people", equalTo(1))
                .body("ratings.find { it.rating == 1 }.people", equalTo(0))
                .body("$", not(hasKey("reviews")));
        given().get(NOVA).then().body("$", not(hasKey("details"))).body("$", not(hasKey("ratings")));
        given().get(NOVA + "?expand=secrets").then().statusCode(400);

        as("owner").post(API + "/agents/nova/unpublish").then().statusCode(200).body("status", equalTo("unpublished"));
        given().get(NOVA).then().statusCode(404);
        as("player")
                .body("{\"dofAllocation\": 8000}")
                .post(NOVA + "/hire")
                .then()
                .statusCode(409);
        hire();
    }

    private static String hire() {
        return as("player")
                .header("Idempotency-Key", "h1")
                .body("{\"dofAllocation\": 8000, \"message\": \"Ready?\"}")
                .post(NOVA + "/hire")
                .then()
                .statusCode(201)
                .body("sessionId", equalTo("session-1"))
                .body("contract.baseRate", equalTo(8000))
                .body("connection.websocketUrl", startsWith("ws://"))
                .body("errors", nullValue())
                .extract()
                .path("connection.ticket");
    }

    private static RequestSpecification as(String user) {
        return given().header("Authorization", "Bearer valid-" + user).contentType(ContentType.JSON);
    }
}
