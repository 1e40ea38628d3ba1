package ai.jiga.store.gateway;

import static ai.jiga.store.gateway.EveryAnswer.isProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OperationsTest {
    @AfterEach
    void mend() {
        ToyProcess.trouble = Optional.empty();
        ToyProcess.blemish = Optional.empty();
    }

    @Test
    void aliveSaysSoWhateverIsBroken() {
        ToyProcess.trouble = Optional.of("the disk is full");

        given().get("/health")
                .then()
                .statusCode(200)
                .body("status", equalTo("healthy"))
                .body("checks", not(empty()))
                .body("timestamp", matchesPattern("\\d{4}-.*Z"));
    }

    @Test
    void readyWhenEverythingIs() {
        given().get("/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("healthy"))
                .body("checks.name", equalTo(List.of("engine", "mirror")))
                .body("checks[0].healthy", equalTo(true))
                .body("timestamp", notNullValue());
    }

    @Test
    void notReadyNamesWhatIsBroken() {
        ToyProcess.trouble = Optional.of("the disk is full");

        given().get("/ready")
                .then()
                .statusCode(503)
                .body("status", equalTo("unhealthy"))
                .body("checks[0].healthy", equalTo(false))
                .body("checks[0].detail", equalTo("the disk is full"));
    }

    @Test
    void whatItCanDoWithoutIsToldAndDoesNotStopIt() {
        ToyProcess.blemish = Optional.of("nobody sees the sessions");

        given().get("/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("degraded"))
                .body("checks[1].healthy", equalTo(false))
                .body("checks[1].detail", equalTo("nobody sees the sessions"));
    }

    @Test
    void aCheckThatThrowsSaysNothingOfItself() {
        ToyProcess.trouble = Optional.of("throw");

        given().get("/ready").then().statusCode(503).body("checks[0].detail", not(containsString("secret")));
    }

    @Test
    void aCheckThatHangsIsBroken() {
        ToyProcess.trouble = Optional.of("hang");

        given().get("/ready").then().statusCode(503).body("checks[0].detail", containsString("no answer"));
    }

    @Test
    void theApiIsDescribedInJsonAndYaml() {
        given().get("/openapi?format=json")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/json"))
                .body("openapi", startsWith("3.1"))
                .body("info.title", equalTo("JIGA Store API"))
                .body("paths", hasKey("/api/v1/toys"))
                .body(
                        "paths.'/api/v1/toys'.post.responses.'400'.content.'application/problem+json'"
                                + ".schema.allOf[0].'$ref'",
                        equalTo("#/components/schemas/Problem"))
                .body("components.schemas.Problem.properties", hasKey("requestId"))
                .body("components.securitySchemes.bearer.scheme", equalTo("bearer"));
        given().accept("application/json").get("/openapi").then().contentType(startsWith("application/json"));
        given().accept("application/yaml").get("/openapi").then().body(containsString("\nopenapi: 3.1"));
    }

    @Test
    void theDocsPageHasNoScriptThatOurPolicyForbids() {
        String page = given().get("/docs")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .extract()
                .asString();

        assertThat(page)
                .doesNotContain("<style")
                .doesNotContainPattern("\\s(style|on\\w+)=")
                .doesNotContain("javascript:");
        var scripts =
                Pattern.compile("<script([^>]*)>(.*?)</script>", Pattern.DOTALL).matcher(page);
        int found = 0;
        while (scripts.find()) {
            found++;
            assertThat(scripts.group(1)).containsPattern("src=\"/docs/[a-z-]+\\.js\"");
            assertThat(scripts.group(2)).isEmpty();
        }
        assertThat(found).isEqualTo(2);
        var links = Pattern.compile("(?:src|href)=\"(/docs/[^\"]+)\"").matcher(page);
        while (links.find()) {
            given().get(links.group(1)).then().statusCode(200);
        }
        for (String large : new String[] {"/docs/swagger-ui-bundle.js", "/docs/swagger-ui.css"}) {
            given().header("Accept-Encoding", "gzip").get(large).then().header("Content-Encoding", "gzip");
        }
        given().get("/docs/start.js").then().contentType(startsWith("text/javascript"));
    }

    @Test
    void theMetricsPageIsForPrometheus() {
        given().header("Accept-Encoding", "gzip;q=0")
                .get("/metrics")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Vary", containsString("accept-encoding"))
                .header("Content-Encoding", nullValue())
                .body(containsString("# TYPE jvm_"));
        given().header("Accept-Encoding", "gzip")
                .get("/metrics")
                .then()
                .header("Content-Encoding", "gzip")
                .body(containsString("# TYPE jvm_"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"})
    void theMetricsPageIsNotForWhomAProxySpeaks(String header) {
        isProblem(given().header(header, "192.0.2.1").get("/metrics").then(), 404, "NOT_FOUND");
    }

    @Test
    void methodsThatNobodyTakesAreNoLabels() throws IOException {
        RawHttp.send("FROBNICATE /health HTTP/1.1\r\nHost: store.example\r\n\r\n");
        given().request("PATCH", "/health").then().statusCode(405);

        given().header("Accept-Encoding", "gzip;q=0")
                .get("/metrics")
                .then()
                .body(containsString("method=\"GET\""))
                .body(not(containsString("FROBNICATE")));
    }

    @Test
    void pathsOfSomebodysMakingAreNoLabels() {
        given().get("/api/v1/toys/named/label-1").then().statusCode(200);
        given().delete("/api/v1/toys/named/label-2").then().statusCode(405);
        given().get("/label-3").then().statusCode(404);
        given().post("/label-4").then().statusCode(404);
        given().header("Origin", "https://jiga.ai")
                .header("Access-Control-Request-Method", "GET")
                .options("/label-5")
                .then()
                .statusCode(200);
        given().options("/api/v1/toys/named/label-6").then().statusCode(200);
        given().body(new byte[2_000_000]).post("/api/v1/toys/label-7").then().statusCode(413);

        given().header("Accept-Encoding", "gzip;q=0")
                .get("/metrics")
                .then()
                .body(containsString("uri=\"/api/v1/toys/named/{name}\""))
                .body(not(containsString("label-")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi", "/openapi.json", "/openapi.yaml", "/docs", "/docs/start.js"})
    void aPageThatSomebodyHasIsNotSentAgain(String path) {
        for (String coding : new String[] {"gzip;q=0", "gzip"}) {
            String tag = given().header("Accept-Encoding", coding)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "public, max-age=3600")
                    .extract()
                    .header("ETag");

            given().header("Accept-Encoding", coding)
                    .header("If-None-Match", tag)
                    .get(path)
                    .then()
                    .statusCode(304)
                    .header("ETag", tag);
        }
    }

    @Test
    void theDescriptionIsZippedAndSaysWhatItVariesBy() {
        for (String path : new String[] {"/openapi", "/openapi?format=json"}) {
            given().header("Accept-Encoding", "gzip")
                    .get(path)
                    .then()
                    .header("Content-Encoding", "gzip")
                    .header("Content-Type", path.contains("json") ? "application/json" : "application/yaml");
        }
        assertThat(given().get("/openapi")
                        .then()
                        .extract()
                        .headers()
                        .getList("Vary")
                        .toString())
                .containsIgnoringCase("accept-encoding")
                .containsIgnoringCase("accept,")
                .containsIgnoringCase("origin");
    }

    @Test
    void theDocsMayBeAskedForWithASlash() {
        String page = given().get("/docs").then().extract().asString();

        assertThat(given().get("/docs/").then().statusCode(200).extract().asString())
                .isEqualTo(page);
    }
}
