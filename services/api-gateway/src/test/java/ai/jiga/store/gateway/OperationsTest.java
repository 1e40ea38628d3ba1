package ai.jiga.store.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
            given().header("Accept-Encoding", "gzip").get(links.group(1)).then().header("Content-Encoding", "gzip");
        }
        given().get("/docs/start.js").then().contentType(startsWith("text/javascript"));
    }

    @Test
    void theMetricsPageIsForPrometheus() {
        given().get("/metrics").then().statusCode(200).body(containsString("# TYPE jvm_"));
    }
}
