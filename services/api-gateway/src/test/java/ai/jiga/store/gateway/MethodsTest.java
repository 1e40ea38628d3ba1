package ai.jiga.store.gateway;

import static ai.jiga.store.gateway.EveryAnswer.isGuarded;
import static ai.jiga.store.gateway.EveryAnswer.isProblem;
import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import org.hamcrest.Matchers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class MethodsTest {
    private static final String ADDRESSES = """
            /api/v1/toys              | GET, HEAD, OPTIONS, POST
            /api/v1/toys/             | GET, HEAD, OPTIONS, POST
            /api/v1/toys/one          | GET, HEAD, OPTIONS
            /api/v1/toys/tree         | OPTIONS, POST
            /api/v1/toys/image        | OPTIONS, PUT
            /api/v1/toys/named/x      | GET, HEAD, OPTIONS
            /api/v1/toys/mine         | GET, HEAD, OPTIONS
            /health                   | GET, HEAD, OPTIONS
            /ready                    | GET, HEAD, OPTIONS
            /metrics                  | GET, HEAD, OPTIONS
            /openapi                  | GET, HEAD, OPTIONS
            /openapi.json             | GET, HEAD, OPTIONS
            /docs                     | GET, HEAD, OPTIONS
            /docs/                    | GET, HEAD, OPTIONS
            /docs/start.js            | GET, HEAD, OPTIONS
            /                         | GET, HEAD, OPTIONS
            """;

    @ParameterizedTest
    @CsvSource(textBlock = ADDRESSES, delimiter = '|')
    void anAddressSaysWhatItTakes(String path, String allowed) {
        isGuarded(given().options(path).then())
                .statusCode(200)
                .header("Allow", allowed)
                .header("Content-Length", "0");
        for (String method : new String[] {"GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "QUERY"}) {
            if (!allowed.contains(method)) {
                isProblem(given().request(method, path).then(), 405, "METHOD_NOT_ALLOWED")
                        .header("Allow", allowed)
                        .body("detail", Matchers.containsString(allowed));
            }
        }
        given().header("Origin", "https://jiga.ai")
                .header("Access-Control-Request-Method", "GET")
                .options(path)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Methods", allowed);
    }

    @ParameterizedTest
    @CsvSource({"/nowhere", "/api/v1/toys/one/more", "/q/health", "/docs/nothing.js"})
    void whereNothingIsEveryMethodFindsNothing(String path) {
        for (String method : new String[] {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"}) {
            isProblem(given().request(method, path).then(), 404, "NOT_FOUND");
        }
    }
}
