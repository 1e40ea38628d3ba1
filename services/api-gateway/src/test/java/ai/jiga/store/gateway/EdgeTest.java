package ai.jiga.store.gateway;

import static ai.jiga.store.gateway.EveryAnswer.isGuarded;
import static ai.jiga.store.gateway.EveryAnswer.isProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import ai.jiga.store.web.AllowedOrigins;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.Header;
import io.restassured.response.ExtractableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class EdgeTest {
    private static final String TOYS = "/api/v1/toys";
    private static final String APP = "https://app.jiga.ai";

    @Inject
    AllowedOrigins origins;

    @ParameterizedTest
    @ValueSource(
            strings = {
                TOYS,
                TOYS + "/one",
                "/health",
                "/ready",
                "/openapi",
                "/docs",
                "/docs/start.js",
                "/metrics",
                "/nowhere",
                "/q/health",
                TOYS + "/broken"
            })
    void everyAnswerIsGuarded(String path) {
        ExtractableResponse<?> answer = isGuarded(given().get(path).then()).extract();

        for (String once : List.of("X-Request-Id", "Content-Security-Policy", "Content-Type", "Cache-Control")) {
            assertThat(answer.headers().getValues(once)).as(once).hasSizeLessThan(2);
        }
    }

    @Test
    void theRootLeadsToTheDocs() {
        given().redirects().follow(false).get("/").then().statusCode(302).header("Location", endsWith("/docs"));
    }

    @Test
    void aWellFormedRequestIdIsKept() {
        given().header("X-Request-Id", "abc-1.2:3_4")
                .get(TOYS + "/request-id")
                .then()
                .header("X-Request-Id", "abc-1.2:3_4")
                .body("id", equalTo("abc-1.2:3_4"));
        given().header("X-Request-Id", "abc-1")
                .get("/q/health")
                .then()
                .header("X-Request-Id", "abc-1")
                .body("requestId", equalTo("abc-1"));
    }

    @Test
    void anIllFormedRequestIdIsReplaced() {
        String made = given().header("X-Request-Id", "<script>")
                .get(TOYS + "/request-id")
                .then()
                .header("X-Request-Id", not(containsString("<")))
                .extract()
                .path("id");

        assertThat(made).matches("[0-9a-f-]{36}");
    }

    @Test
    void answersFrom1024BytesAreZippedWhereThatIsWanted() {
        given().header("Accept-Encoding", "gzip").get(TOYS).then().header("Content-Encoding", "gzip");
        given().header("Accept-Encoding", "gzip").get(TOYS + "/one").then().header("Content-Encoding", nullValue());
        given().header("Accept-Encoding", "gzip;q=0").get(TOYS).then().header("Content-Encoding", nullValue());
    }

    @Test
    void aKnownAnswerIsNotSentAgain() {
        String tag = given().get(TOYS)
                .then()
                .header("Cache-Control", "public, max-age=300")
                .extract()
                .header("ETag");

        byte[] body = isGuarded(
                        given().header("If-None-Match", tag).get(TOYS).then().statusCode(304))
                .header("ETag", tag)
                .extract()
                .asByteArray();
        assertThat(body).isEmpty();
    }

    @Test
    void fieldsNarrowAnAnswer() {
        given().get(TOYS + "/one?fields=name")
                .then()
                .body("name", equalTo("top"))
                .body("size", nullValue());
        isProblem(given().get(TOYS + "/one?fields=colour").then(), 400, "UNKNOWN_FIELD");
    }

    @Test
    void anAllowedSiteMayReadAnswersAndTheirHeaders() {
        for (String path : List.of(TOYS, "/nowhere", "/openapi")) {
            ExtractableResponse<?> answer =
                    given().header("Origin", APP).get(path).then().extract();

            assertThat(answer.headers().getValues("Access-Control-Allow-Origin"))
                    .containsExactly(APP);
            assertThat(answer.headers().getValues("Access-Control-Allow-Credentials"))
                    .containsExactly("true");
            assertThat(answer.header("Access-Control-Expose-Headers"))
                    .contains(
                            "ETag",
                            "RateLimit",
                            "RateLimit-Policy",
                            "Idempotent-Replayed",
                            "X-Request-Id",
                            "Server-Timing");
            assertThat(answer.headers().getList("Vary").stream().map(Header::getValue))
                    .anyMatch(value -> value.equalsIgnoreCase("origin"));
        }
    }

    @Test
    void anotherSiteMayNot() {
        for (String path : List.of(TOYS, "/openapi")) {
            given().header("Origin", "https://evil.example")
                    .get(path)
                    .then()
                    .statusCode(200)
                    .header("Access-Control-Allow-Origin", nullValue())
                    .header("Access-Control-Allow-Credentials", nullValue());
        }
    }

    @Test
    void aPreflightIsAnswered200() {
        isGuarded(given().header("Origin", APP)
                        .header("Access-Control-Request-Method", "PUT")
                        .header("Access-Control-Request-Headers", "authorization,idempotency-key")
                        .options(TOYS)
                        .then())
                .statusCode(200)
                .header("Access-Control-Allow-Origin", APP)
                .header("Access-Control-Allow-Credentials", "true")
                .header("Access-Control-Allow-Methods", equalTo("GET, HEAD, OPTIONS, POST"))
                .header("Access-Control-Allow-Headers", containsString("Idempotency-Key"));
    }

    @Test
    void aPreflightOfAnotherSiteIsRefused() {
        isProblem(
                        given().header("Origin", "https://evil.example")
                                .header("Access-Control-Request-Method", "PUT")
                                .options(TOYS)
                                .then(),
                        403,
                        "ORIGIN_NOT_ALLOWED")
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void theStoresOwnPagesAreAnAllowedOrigin() {
        assertThat(origins.allows("https://store.example")).isTrue();
        assertThat(origins.allows("https://jiga.ai")).isTrue();
        assertThat(origins.allows(null)).isTrue();
        assertThat(origins.allows("null")).isFalse();
        assertThat(origins.allows("https://jiga.ai.evil.example")).isFalse();
    }

    @Test
    void aWebSocketIsOpenedUnderTheSameRules() throws IOException {
        String upgrade = "Host: localhost:" + RestAssured.port
                + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nX-Request-Id: socket-1\r\n\r\n";

        RawHttp.Answer opened = RawHttp.send("GET /ws HTTP/1.1\r\n" + upgrade);
        assertThat(opened.status()).isEqualTo(101);
        RawHttp.Answer hidden = RawHttp.send("GET /q/ws HTTP/1.1\r\n" + upgrade);
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.headers()).containsEntry("X-Request-Id", "socket-1");
    }
}
