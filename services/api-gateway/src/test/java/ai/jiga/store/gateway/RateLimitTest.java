package ai.jiga.store.gateway;

import static ai.jiga.store.gateway.EveryAnswer.isProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.Map;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

/// Each test is another client: the requests of one minute are counted over all of them.
@QuarkusTest
@TestProfile(RateLimitTest.FewRequests.class)
class RateLimitTest {
    public static final class FewRequests implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "jiga.rate-limit.user", "5",
                    "jiga.rate-limit.anonymous", "3",
                    "jiga.metrics-token", METRICS_TOKEN,
                    "jiga.trusted-proxies", "127.0.0.0/8,::1");
        }
    }

    private static final String METRICS_TOKEN = "a-token-for-prometheus";
    private static final String ONE = "/api/v1/toys/one";

    @Test
    void whatIsLeftIsSaidWithEveryAnswer() {
        from("192.0.2.1")
                .get(ONE)
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", "\"anonymous\";q=3;w=60")
                .header("RateLimit", matchesPattern("\"anonymous\";r=2;t=\\d+"));
        from("192.0.2.1").get("/nowhere").then().statusCode(404).header("RateLimit", matchesPattern(".*r=1;.*"));
    }

    @Test
    void anAddressOverItsQuotaGets429() {
        for (int i = 0; i < 3; i++) {
            from("192.0.2.2").get(ONE).then().statusCode(200);
        }
        isProblem(from("192.0.2.2").get(ONE).then(), 429, "RATE_LIMITED")
                .header("Retry-After", matchesPattern("[1-9]\\d?"))
                .header("RateLimit", matchesPattern("\"anonymous\";r=0;t=\\d+"))
                .body("retryAfterSeconds", matchesInt());
        from("192.0.2.3").get(ONE).then().statusCode(200);
    }

    @Test
    void aUserHasAQuotaOfTheirOwnWhereverTheyAre() {
        for (int i = 0; i < 5; i++) {
            user("ann", "192.0.2.1" + i)
                    .get(ONE)
                    .then()
                    .statusCode(200)
                    .header("RateLimit-Policy", "\"user\";q=5;w=60");
        }
        isProblem(user("ann", "192.0.2.19").get(ONE).then(), 429, "RATE_LIMITED");
        user("bob", "192.0.2.19").get(ONE).then().statusCode(200);
    }

    @Test
    void aForgedTokenCountsForItsAddress() {
        for (int i = 0; i < 3; i++) {
            from("192.0.2.30").auth().oauth2("forged-" + i).get(ONE).then().statusCode(401);
        }
        isProblem(from("192.0.2.30").auth().oauth2("forged-4").get(ONE).then(), 429, "RATE_LIMITED");
    }

    @Test
    void callsThatBringTasksHaveAQuotaOfTheirOwn() {
        for (int i = 0; i < 5; i++) {
            from("192.0.2.35")
                    .post("/tasks/some-kind/" + i)
                    .then()
                    .statusCode(404)
                    .header("RateLimit-Policy", "\"tasks\";q=6000;w=60");
        }
        from("192.0.2.35").get(ONE).then().header("RateLimit", matchesPattern(".*r=2;.*"));
    }

    @Test
    void aBodyOfARefusedRequestIsNotWaitedFor() {
        for (int i = 0; i < 4; i++) {
            from("192.0.2.40")
                    .contentType("application/json")
                    .body("{\"name\":\"a\",\"size\":1}")
                    .post("/api/v1/toys");
        }
        isProblem(
                from("192.0.2.40")
                        .contentType("application/json")
                        .body(" ".repeat(500_000))
                        .post("/api/v1/toys")
                        .then(),
                429,
                "RATE_LIMITED");
    }

    @Test
    void aCountThatComesLaterIsWaitedForBodyAndAll() {
        for (int i = 0; i < 3; i++) {
            from("192.0.2.70")
                    .contentType("application/json")
                    .body("{\"name\":\"" + " ".repeat(100_000) + "a\",\"size\":1}")
                    .post("/api/v1/toys")
                    .then()
                    .header("RateLimit", matchesPattern("\"anonymous\";r=" + (2 - i) + ";t=\\d+"))
                    .statusCode(not(429));
        }
        isProblem(from("192.0.2.70").get(ONE).then(), 429, "RATE_LIMITED");
    }

    @Test
    void healthAndReadyAreNeverLimited() {
        for (int i = 0; i < 10; i++) {
            from("192.0.2.50").get("/health").then().statusCode(200).header("RateLimit", nullValue());
            from("192.0.2.50").get("/ready").then().statusCode(200);
        }
    }

    @Test
    void theMetricsAreForWhoShowsTheTokenAsOftenAsTheyLike() {
        for (int i = 0; i < 10; i++) {
            from("192.0.2.51")
                    .auth()
                    .oauth2(METRICS_TOKEN)
                    .get("/metrics")
                    .then()
                    .statusCode(200)
                    .header("RateLimit", nullValue());
        }
    }

    @Test
    void whoGuessesTheTokenIsCounted() {
        for (int i = 0; i < 3; i++) {
            isProblem(
                            from("192.0.2.52")
                                    .auth()
                                    .oauth2("a-guess-" + i)
                                    .get("/metrics")
                                    .then(),
                            401,
                            "UNAUTHORIZED")
                    .header("WWW-Authenticate", "Bearer");
        }
        isProblem(from("192.0.2.52").auth().oauth2("a-guess").get("/metrics").then(), 429, "RATE_LIMITED");
    }

    @Test
    void aProxyOnThisMachineIsNotThisMachine() {
        isProblem(given().get("/metrics").then(), 401, "UNAUTHORIZED");
    }

    @Test
    void browsersAreToldToComeByTlsWhereTheyDid() {
        for (String header : new String[] {"X-Forwarded-Proto: https", "Forwarded: for=192.0.2.9;proto=https"}) {
            String[] parts = header.split(": ");
            for (String path : new String[] {"/health", "/nowhere", "/docs"}) {
                from("192.0.2.53")
                        .header(parts[0], parts[1])
                        .get(path)
                        .then()
                        .header("Strict-Transport-Security", "max-age=31536000");
            }
            from("192.0.2.54")
                    .header(parts[0], parts[1].replace("https", "http"))
                    .get("/health")
                    .then()
                    .header("Strict-Transport-Security", nullValue());
        }
    }

    @Test
    void webSocketsCountToo() throws IOException {
        String last = "";
        for (int i = 0; i < 4; i++) {
            RawHttp.Answer answer = RawHttp.send("GET /ws HTTP/1.1\r\nHost: localhost:" + RestAssured.port
                    + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                    + "X-Forwarded-For: 192.0.2.60\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
            assertThat(answer.status()).isEqualTo(i < 3 ? 101 : 429);
            last = answer.body();
        }
        assertThat(last).contains("RATE_LIMITED");
    }

    private static Matcher<Integer> matchesInt() {
        return allOf(greaterThan(0), lessThanOrEqualTo(60));
    }

    private static RequestSpecification from(String address) {
        return given().header("X-Forwarded-For", address);
    }

    private static RequestSpecification user(String name, String address) {
        return from(address).auth().oauth2("valid-" + name);
    }
}
