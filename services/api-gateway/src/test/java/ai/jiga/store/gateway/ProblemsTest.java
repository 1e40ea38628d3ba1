package ai.jiga.store.gateway;

import static ai.jiga.store.gateway.EveryAnswer.isProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemsTest {
    private static final String TOYS = "/api/v1/toys";
    private static final String NESTED_33_DEEP =
            "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[" + "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere", "/api/v1/nowhere", "/api/v1/toys/one/more", "/q", "/q/health", "/q/openapi", "/q/metrics",
                "/q/swagger-ui", "/q/dev-ui", "/q/arc/beans", "/x/../q/health", "/%71/health", "//q/health",
                        "/webjars/x",
                "/webjars/swagger-ui/5.30.1/index.html", "/favicon.ico"
            })
    void unknownPathsAre404(String path) {
        isProblem(given().urlEncodingEnabled(false).get(path).then(), 404, "NOT_FOUND");
    }

    @Test
    void aMethodThatIsNotTakenIs405() {
        isProblem(given().delete(TOYS).then(), 405, "METHOD_NOT_ALLOWED")
                .header("Allow", equalTo("GET, HEAD, OPTIONS, POST"));
    }

    @Test
    void aFormThatIsNotServedIs406() {
        isProblem(given().accept("image/png").get(TOYS + "/one").then(), 406, "NOT_ACCEPTABLE");
    }

    @Test
    void aBodyOfAnotherTypeIs415() {
        isProblem(given().contentType("text/csv").body("a,b").post(TOYS).then(), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"name\":",
                "nonsense",
                "{\"name\":\"a\",\"size\":1}{}",
                "{\"name\":\"a\",\"name\":\"b\",\"size\":1}",
                "{\"name\":\"a\u0000\",\"size\":1}",
                "{\"name\":\"\\u0000\",\"size\":1}",
                "{\"name\":\"\\ud800\",\"size\":1}",
                "{\"name\":\"\\udc00\\ud800\",\"size\":1}",
                "{\"\\u0000\":1}",
                "{\"name\":\"\\u12\",\"size\":1}"
            })
    void whatIsNoGoodJsonIs400(String body) {
        isProblem(given().contentType("application/json").body(body).post(TOYS).then(), 400, "MALFORMED_REQUEST")
                .body("detail", not(containsString("jackson")));
    }

    @Test
    void whatIsNestedTooDeeplyIs400() {
        isProblem(
                given().contentType("application/json")
                        .body(NESTED_33_DEEP)
                        .post(TOYS + "/tree")
                        .then(),
                400,
                "MALFORMED_REQUEST");
    }

    @Test
    void textsMayHoldWhatUnicodeHas() {
        given().contentType("application/json")
                .body("{\"name\":\"\\\\u0000 \\ud83d\\ude00 \u00e9\",\"size\":1}")
                .post(TOYS)
                .then()
                .statusCode(200)
                .body("name", equalTo("\\u0000 \ud83d\ude00 \u00e9"));
    }

    @Test
    void bytesThatAreNotUtf8Are400() {
        byte[] latin1 = {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xE9, '"', '}'};
        byte[] surrogate = {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'};
        byte[] utf16 = "{\"name\":\"a\",\"size\":1}".getBytes(StandardCharsets.UTF_16LE);
        for (byte[] body : new byte[][] {latin1, surrogate, utf16}) {
            isProblem(
                    given().contentType("application/json")
                            .body(body)
                            .post(TOYS)
                            .then(),
                    400,
                    "MALFORMED_REQUEST");
        }
    }

    @Test
    void aFieldOfTheWrongTypeIsNamed() {
        isProblem(
                        given().contentType("application/json")
                                .body("{\"name\":\"a\",\"size\":\"big\"}")
                                .post(TOYS)
                                .then(),
                        400,
                        "VALIDATION_FAILED")
                .body("errors[0].field", equalTo("size"));
    }

    @Test
    void jsonNestsAtMost32Deep() {
        String deepest = "[".repeat(32) + "]".repeat(32);
        given().contentType("application/json")
                .body(deepest)
                .post(TOYS + "/tree")
                .then()
                .statusCode(200);
        isProblem(
                given().contentType("application/json")
                        .body("[" + deepest + "]")
                        .post(TOYS + "/tree")
                        .then(),
                400,
                "MALFORMED_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%00b", "%ff", "%c0%80", "%ed%a0%80"})
    void anAddressThatIsNoTextIs400(String text) {
        for (String path : new String[] {TOYS + "/named/" + text, TOYS + "/text?q=" + text}) {
            isProblem(given().urlEncodingEnabled(false).get(path).then(), 400, "MALFORMED_REQUEST");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz", "%", "%4", "\u00e9", "a#b"})
    void anAddressThatIsNotEncodedIs400(String text) throws IOException {
        RawHttp.Answer answer =
                RawHttp.send("GET " + TOYS + "/text?q=" + text + " HTTP/1.1\r\nHost: store.example\r\n\r\n");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"MALFORMED_REQUEST\"");
    }

    /// As browsers and curl send it; `\u00c3\u00a9` are the two bytes of an e with an acute accent.
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '~',
            value = {
                "a|b a|b",
                "{a} {a}",
                "[a] [a]",
                "a^`b a^`b",
                "a\\b a\\b",
                "<a>\" <a>\"",
                "caf\u00c3\u00a9 caf\u00e9"
            })
    void whatBrowsersSendRawInAQueryIsRead(String raw, String read) throws IOException {
        RawHttp.Answer answer =
                RawHttp.send("GET " + TOYS + "/text?q=" + raw + " HTTP/1.1\r\nHost: store.example\r\n\r\n");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(read);
    }

    @Test
    void inAPathTheyAreAnError() throws IOException {
        for (String raw : new String[] {"a|b", "{a}", "[a]", "a^b", "a\\b", "`", "\u00c3\u00a9"}) {
            RawHttp.Answer answer = RawHttp.send("GET " + TOYS + "/named/" + raw
                    + " HTTP/1.1\r\nHost: store.example\r\nOrigin: https://jiga.ai\r\n\r\n");

            assertThat(answer.status()).as(raw).isEqualTo(400);
            assertThat(answer.headers()).containsEntry("Access-Control-Allow-Origin", "https://jiga.ai");
        }
    }

    @Test
    void anAddressMayHoldEncodedText() {
        given().urlEncodingEnabled(false)
                .get(TOYS + "/named/caf%C3%A9")
                .then()
                .statusCode(200)
                .body("name", equalTo("caf\u00e9"));
    }

    @Test
    void aFaultSaysNothingOfItself() {
        isProblem(given().get(TOYS + "/broken").then(), 500, "INTERNAL").body("detail", not(containsString("SELECT")));
    }

    @Test
    void whoIsNotSignedInGets401() {
        isProblem(given().get(TOYS + "/mine").then(), 401, "UNAUTHORIZED").header("WWW-Authenticate", "Bearer");
        isProblem(given().auth().oauth2("forged").get(TOYS + "/mine").then(), 401, "INVALID_TOKEN");
        given().auth()
                .oauth2("valid-019a0000-0000-7000-8000-000000000001")
                .get(TOYS + "/mine")
                .then()
                .statusCode(200);
    }

    @Test
    void headHasTheHeadersOfGetAndNoBody() {
        assertThat(given().head("/nowhere").then().statusCode(404).extract().asByteArray())
                .isEmpty();
        assertThat(given().head(TOYS).then().statusCode(200).extract().asByteArray())
                .isEmpty();
    }
}
