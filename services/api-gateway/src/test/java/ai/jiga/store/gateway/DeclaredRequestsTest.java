package ai.jiga.store.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is described is what is taken, and nothing else.
@QuarkusTest
class DeclaredRequestsTest {
    private static final String SHELF = "/api/v1/toys/shelf";
    private static final String BOUGHT = "/api/v1/toys/bought";

    @ParameterizedTest
    @CsvSource({"colours,colour", "Limit,limit", "lmit,limit", "biig,big", "curser,cursor"})
    void anUnknownParameterIsRefusedAndTheNearestOneNamed(String written, String meant) {
        problem(given().queryParam(written, "x").get(SHELF).then(), 400, "UNKNOWN_PARAMETER")
                .body("detail", containsString("Did you mean '" + meant + "'?"))
                .body("errors[0].field", equalTo(written));
    }

    @Test
    void anAddressWithoutParametersTakesNone() {
        problem(given().get("/api/v1/toys/one?verbose=1").then(), 400, "UNKNOWN_PARAMETER");
        problem(
                given().contentType("application/json")
                        .body("{}")
                        .post("/api/v1/toys?x=1")
                        .then(),
                400,
                "UNKNOWN_PARAMETER");
    }

    @Test
    void whatStandsBehindASemicolonInAPathIsNobodys() {
        problem(
                given().urlEncodingEnabled(false)
                        .get("/api/v1/toys/shelf;big=true")
                        .then(),
                400,
                "UNKNOWN_PARAMETER");
        problem(given().urlEncodingEnabled(false).get("/api/v1/toys;v=2/shelf").then(), 400, "UNKNOWN_PARAMETER");
    }

    @Test
    void aPackedBodyIsToldToComeUnpacked() {
        problem(
                        given().contentType("application/json")
                                .header("Content-Encoding", "gzip")
                                .body(new byte[] {0x1F, (byte) 0x8B, 8, 0})
                                .post(BOUGHT)
                                .then(),
                        415,
                        "UNSUPPORTED_MEDIA_TYPE")
                .body("detail", containsString("without 'Content-Encoding'"));
        given().contentType("application/json")
                .header("Content-Encoding", "identity")
                .body("{\"label\":\"a\",\"amount\":1}")
                .post(BOUGHT)
                .then()
                .statusCode(200);
    }

    @Test
    void wordsAreTakenInAnyCaseAndSeveralTimesWhereThatIsDeclared() {
        given().get(SHELF + "?colour=red&colour=GREEN&big=TRUE").then().statusCode(200);
        problem(given().get(SHELF + "?colour=blue").then(), 400, "VALIDATION_FAILED")
                .body("detail", equalTo("'colour' has 'blue', which is not one of RED, GREEN."));
        problem(given().get(SHELF + "?big=true&big=false").then(), 400, "VALIDATION_FAILED");
        problem(given().get(SHELF + "?big=1").then(), 400, "VALIDATION_FAILED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000.0", "1e3", "1E+3", "0", "1000000"})
    void wholeNumbersAreWholeHoweverTheyAreWritten(String least) {
        given().queryParam("least", least).get(SHELF).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "1000001", "1e999999999", "NaN", "0x10", "", " 5", "five", "\u0665"})
    void whatIsNoWholeNumberInRangeIsRefused(String least) {
        problem(given().queryParam("least", least).get(SHELF).then(), 400, "VALIDATION_FAILED");
    }

    @Test
    void aPageIsAskedForByALimitAndACursorThatMayBeOne() {
        given().get(SHELF + "?limit=100").then().statusCode(200);
        problem(given().get(SHELF + "?limit=0").then(), 400, "INVALID_LIMIT");
        problem(given().get(SHELF + "?limit=").then(), 400, "INVALID_LIMIT");
        problem(given().get(SHELF + "?cursor=").then(), 400, "INVALID_CURSOR");
        problem(given().get(SHELF + "?cursor=a%20b").then(), 400, "INVALID_CURSOR");
    }

    @Test
    void fieldsAreThoseOfTheAnswerAndOfItsItems() {
        given().get(SHELF + "?fields=name").then().statusCode(200).body("items[0]", not(hasKey("size")));
        given().get(SHELF + "?fields=name,colours").then().statusCode(200).body("items[0].name", equalTo("top"));
        given().get(SHELF + "?fields=items.name").then().statusCode(200).body("$", not(hasKey("colours")));
        problem(given().get(SHELF + "?fields=weight").then(), 400, "UNKNOWN_FIELD");
        problem(given().get(SHELF + "?fields=").then(), 400, "UNKNOWN_FIELD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void aHeaderThatProtectsIsThereOrNot(String blank) throws IOException {
        for (String header : List.of("Idempotency-Key", "If-Match")) {
            String body = "{\"label\":\"a\",\"amount\":1}";
            RawHttp.Answer answer = RawHttp.send("POST " + BOUGHT + " HTTP/1.1\r\nHost: x\r\n"
                    + "Content-Type: application/json\r\n" + header + ":" + blank + "\r\nContent-Length: "
                    + body.length() + "\r\n\r\n" + body);
            assertThat(answer.status()).as(header).isEqualTo(400);
        }
    }

    @Test
    void aHeaderThatProtectsIsGivenOnce() {
        var twice = given().contentType("application/json")
                .header("Idempotency-Key", "a")
                .header("Idempotency-Key", "b")
                .body("{\"label\":\"a\",\"amount\":1}");
        problem(twice.post(BOUGHT).then(), 400, "INVALID_IDEMPOTENCY_KEY");
    }

    @ParameterizedTest
    @CsvSource({"ammount,amount", "Label,label", "wish,wishes"})
    void anUnknownMemberIsRefusedAndTheNearestOneNamed(String written, String meant) {
        problem(buy("{\"label\":\"a\",\"amount\":1,\"" + written + "\":2}"), 400, "UNKNOWN_MEMBER")
                .body("detail", containsString("Did you mean '" + meant + "'?"))
                .body("errors[0].field", equalTo(written));
    }

    @Test
    void anUnknownMemberInsideIsNamedByItsPath() {
        problem(buy("{\"label\":\"a\",\"amount\":1,\"inner\":{\"sice\":2}}"), 400, "UNKNOWN_MEMBER")
                .body("errors[0].field", equalTo("inner.sice"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10000.0", "1e4", "10000", "1.0E4"})
    void wholeNumbersInABodyAreWholeHoweverTheyAreWritten(String amount) {
        buy("{\"label\":\"a\",\"amount\":" + amount + "}").statusCode(200).body("amount", equalTo(10_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "18446744073709551615", "1e999", "1e999999999", "\"1\"", "true", "null", "[1]"})
    void whatIsNoWholeNumberIsRefusedByItsField(String amount) {
        problem(buy("{\"label\":\"a\",\"amount\":" + amount + "}"), 400, "VALIDATION_FAILED")
                .body("errors[0].field", equalTo("amount"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1764355200000",
                "1764355200",
                "1.5",
                "\"+55869-01-01T00:00:00Z\"",
                "\"2026-11-28\"",
                "\"soon\"",
                "true"
            })
    void whatIsNoTimeIsRefusedByItsField(String at) {
        problem(buy("{\"label\":\"a\",\"amount\":1,\"at\":" + at + "}"), 400, "VALIDATION_FAILED")
                .body("errors[0].field", equalTo("at"));
    }

    @Test
    void aTimeHasAnOffset() {
        buy("{\"label\":\"a\",\"amount\":1,\"at\":\"2026-11-28T19:00:00+01:00\"}")
                .statusCode(200)
                .body("at", equalTo("2026-11-28T18:00:00Z"));
    }

    @Test
    void aTextIsRefusedByWhatIsWrongWithIt() {
        problem(buy("{\"label\":\"\\u3164\",\"amount\":1}"), 400, "VALIDATION_FAILED")
                .body("errors[0].message", equalTo("holds nothing that can be seen"));
        problem(buy("{\"label\":\"a\\u0007b\",\"amount\":1}"), 400, "VALIDATION_FAILED");
        problem(buy("{\"label\":\"a\\u2067b\",\"amount\":1}"), 422, "UNFIT_TEXT")
                .body("errors[0].field", equalTo("label"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":[[\"b\"]]}",
                "{\"a\":18446744073709551615}",
                "{\"a\":1e999}",
                "{\"a\":\"\\u0000\"}",
                "[]",
                "1",
                "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}",
                "{\"a b\":1}"
            })
    void freeJsonThatNoEngineCouldStoreIsRefused(String wishes) {
        var answer = buy("{\"label\":\"a\",\"amount\":1,\"wishes\":" + wishes + "}");
        assertThat(answer.extract().statusCode()).isIn(400, 422);
    }

    @Test
    void theDescriptionSaysWhatTheDoorDoes() {
        String buying = "paths.'" + BOUGHT + "'.post";
        given().get("/openapi?format=json")
                .then()
                .body(buying + ".responses", hasKey("402"))
                .body(
                        buying
                                + ".responses.'400'.content.'application/problem+json'.schema.allOf[1].properties.code.enum",
                        hasItems("UNKNOWN_MEMBER", "UNKNOWN_PARAMETER", "INVALID_IDEMPOTENCY_KEY"))
                .body("components.schemas.Purchase.additionalProperties", equalTo(false))
                .body("components.schemas.Purchase.properties.label.maxLength", equalTo(40))
                .body("components.schemas.Purchase.properties.at.anyOf[1].type", equalTo("null"))
                .body("paths.'" + SHELF + "'.get.parameters.find { it.name == 'limit' }.schema.maximum", equalTo(100))
                .body(
                        "paths.'" + SHELF + "'.get.parameters.find { it.name == 'fields' }.schema.items.enum",
                        hasItems("name", "size", "items.name", "colours"))
                .body("paths.'/api/v1/toys/mine'.get.security", contains(hasKey("bearer")));
    }

    private static ValidatableResponse buy(String body) {
        return given().contentType("application/json").body(body).post(BOUGHT).then();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status).body("code", equalTo(code));
    }
}
