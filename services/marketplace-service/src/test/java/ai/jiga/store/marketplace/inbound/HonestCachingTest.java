package ai.jiga.store.marketplace.inbound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import ai.jiga.store.contracts.session.ChargedSession;
import ai.jiga.store.contracts.user.UserUpdated;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.marketplace.FakeAgents;
import ai.jiga.store.marketplace.FakeSessions;
import ai.jiga.store.marketplace.Market;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.testing.TestProcess;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import io.restassured.response.ExtractableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// A 304 says that the words are the old ones, and `public` that everybody may read them. Each test has an
/// agent of its own.
@QuarkusTest
class HonestCachingTest {
    private static final String API = "/api/v1";
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");

    private final TestProcess process;
    private final FakeAgents agents;
    private final FakeSessions sessions;

    HonestCachingTest(TestProcess process, FakeAgents agents, FakeSessions sessions) {
        this.process = process;
        this.agents = agents;
        this.sessions = sessions;
    }

    @Test
    void aPageThatWasClosedByTheClockIsSentAgain() {
        LocalTime now =
                LocalTime.ofInstant(process.clock().instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        String hours = """
                {"schedule": "scheduled", "timezone": "UTC", "hours": [{"from": "%s", "to": "%s"}]}""".formatted(
                        now.minusMinutes(1).format(MINUTES), now.plusMinutes(2).format(MINUTES));
        String listing = published("shift", hours);
        for (String page : new String[] {listing, API + "/marketplace/search?q=shift+calls"}) {
            process.settleEvents();
            String availability = page.equals(listing) ? "availability" : "items[0].availability";
            String open = given().get(page)
                    .then()
                    .statusCode(200)
                    .body(availability + ".isAvailable", equalTo(true))
                    .extract()
                    .header("ETag");
            process.advance(Duration.ofMinutes(3));
            given().header("If-None-Match", open)
                    .get(page)
                    .then()
                    .statusCode(200)
                    .body(availability + ".isAvailable", equalTo(false));
            process.advance(Duration.ofDays(1).minusMinutes(3));
        }
    }

    @Test
    void aReviewOfARenamedPlayerIsSentAgain() {
        String listing = published("chorus", always());
        reviewed("chorus", "chorus-1");
        for (String page : new String[] {listing + "?expand=reviews", listing + "/reviews"}) {
            String author = page.endsWith("/reviews") ? "items[0].author" : "reviews[0].author";
            name("Pat");
            String old = given().get(page)
                    .then()
                    .statusCode(200)
                    .body(author + ".displayName", equalTo("Pat"))
                    .extract()
                    .header("ETag");
            given().header("If-None-Match", old).get(page).then().statusCode(304);
            name("Patricia");
            given().header("If-None-Match", old)
                    .get(page)
                    .then()
                    .statusCode(200)
                    .body(author + ".displayName", equalTo("Patricia"));
        }
    }

    @Test
    void aPageWhoseFiguresMovedIsSentAgainAndMayStillBeEditedByWhoSawTheOldOnes() {
        String listing = published("tally", always());
        String old = tagOf(listing);
        reviewed("tally", "tally-1");
        given().header("If-None-Match", old).get(listing).then().statusCode(200).body("stats.ratingCount", equalTo(1));
        as("owner")
                .header("If-Match", old)
                .body("{\"title\": \"tally leads\"}")
                .patch(listing)
                .then()
                .statusCode(200);
    }

    @Test
    void whatIsShownDecidesTheTagAndNotTheAddressAlone() {
        String listing = published("facet", always());
        String whole = tagOf(listing);
        String some = tagOf(listing + "?fields=title");
        String expanded = tagOf(listing + "?expand=reviews");
        assertThat(whole).isNotEqualTo(some).isNotEqualTo(expanded);
        given().header("If-None-Match", some).get(listing).then().statusCode(200);
        given().header("If-None-Match", whole)
                .get(listing + "?fields=title")
                .then()
                .statusCode(200);
        given().header("If-None-Match", whole)
                .get(listing + "?expand=reviews")
                .then()
                .statusCode(200);
        as("owner")
                .header("If-Match", some)
                .body("{\"title\": \"facet leads\"}")
                .patch(listing)
                .then()
                .statusCode(200);
        as("owner")
                .header("If-Match", some)
                .body("{\"title\": \"facet follows\"}")
                .patch(listing)
                .then()
                .statusCode(412);
        given().header("If-None-Match", some)
                .get(listing + "?fields=title")
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(some)));
    }

    @Test
    void whatOnlyItsOwnerMayReadIsKeptByNoCacheOfMany() {
        String listing = published("hermit", always());
        for (String page : new String[] {listing, listing + "?expand=reviews", listing + "/reviews"}) {
            assertThat(given().get(page).then().statusCode(200).extract().header("Cache-Control"))
                    .isEqualTo("public, max-age=300");
            assertThat(vary(as("owner").get(page).then().statusCode(200).extract()))
                    .as(page)
                    .contains("authorization");
        }
        as("owner").post(API + "/agents/hermit/unpublish").then().statusCode(200);
        for (String page : new String[] {listing, listing + "?expand=reviews", listing + "/reviews"}) {
            ExtractableResponse<?> own =
                    as("owner").get(page).then().statusCode(200).extract();
            assertThat(own.header("Cache-Control")).as(page).isEqualTo("private, no-cache");
            assertThat(vary(own)).as(page).contains("authorization");
            given().header("If-None-Match", own.header("ETag"))
                    .get(page)
                    .then()
                    .statusCode(404)
                    .header("Cache-Control", "no-store");
        }
    }

    private String published(String name, String availability) {
        agents.put(Market.agent(AgentId.of(name), Market.OWNER.id()));
        as("owner")
                .body("""
                        {"listing": {"title": "%s calls", "description": "Calls plays.", "category": ["shooters"],
                         "pricing": {"baseRate": 8000}, "availability": %s}}""".formatted(name, availability))
                .post(API + "/agents/" + name + "/publish")
                .then()
                .statusCode(200);
        process.settleEvents();
        return API + "/marketplace/" + name;
    }

    private static String always() {
        return "{\"schedule\": \"always\"}";
    }

    private void reviewed(String agent, String session) {
        sessions.put(new ChargedSession(
                SessionId.of(session),
                UserId.of("player"),
                Market.OWNER.id(),
                AgentId.of(agent),
                ListingId.of(agent),
                true,
                Dof.of(100),
                true));
        as("player")
                .body("{\"rating\": 5, \"comment\": \"Heard it all.\"}")
                .post(API + "/sessions/" + session + "/review")
                .then()
                .statusCode(201);
        process.settleEvents();
        process.advance(Duration.ofSeconds(2));
        process.settleEvents();
    }

    private void name(String displayName) {
        Outbox outbox = process.foundation().outbox("user-service");
        var stamp = outbox.stamp();
        var renamed = new UserUpdated(UserId.of("player"), displayName);
        process.store().transact(tx -> {
            outbox.append(tx, stamp, stamp.at().toEpochMilli(), renamed);
            return renamed;
        });
        process.settleEvents();
    }

    private static String tagOf(String page) {
        return given().get(page).then().statusCode(200).extract().header("ETag");
    }

    private static String vary(ExtractableResponse<?> answer) {
        return String.join(
                        ",",
                        answer.headers().getList("Vary").stream()
                                .map(Header::getValue)
                                .toList())
                .toLowerCase(Locale.ROOT);
    }

    private static RequestSpecification as(String user) {
        return given().header("Authorization", "Bearer valid-" + user).contentType(ContentType.JSON);
    }
}
