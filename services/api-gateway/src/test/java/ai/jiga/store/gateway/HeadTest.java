package ai.jiga.store.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.gateway.RawHttp.Answer;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HeadTest {
    /// What differs between two requests of the same thing.
    private static final Set<String> OF_THE_MOMENT = Set.of("date", "x-request-id", "content-length", "etag");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/health",
                "/ready",
                "/metrics",
                "/openapi",
                "/openapi.json",
                "/docs",
                "/docs/",
                "/docs/swagger-ui-bundle.js",
                "/api/v1/toys",
                "/api/v1/toys/one",
                "/api/v1/toys/mine",
                "/api/v1/toys/big",
                "/api/v1/nowhere",
                "/nowhere"
            })
    void headHasTheHeadersOfGetAndNoBody(String path) throws IOException {
        for (String coding : new String[] {"", "Accept-Encoding: gzip\r\n"}) {
            String request = " " + path + " HTTP/1.1\r\nHost: store.example\r\n" + coding + "\r\n";
            try (RawHttp line = RawHttp.connect()) {
                Answer get = line.say("GET" + request).answer();
                Answer head = line.say("HEAD" + request).answerToHead();
                Answer next = line.say("GET" + request).answer();

                assertThat(head.status()).isEqualTo(get.status()).isEqualTo(next.status());
                assertThat(head.headers()).containsKey("Content-Length").containsKey("Date");
                assertThat(head.headers().keySet()).isEqualTo(get.headers().keySet());
                assertThat(lasting(head)).isEqualTo(lasting(get));
                // A page of the moment may be a byte longer in the next one.
                if (get.headers().getOrDefault("cache-control", "").startsWith("public")) {
                    assertThat(head.headers().get("content-length"))
                            .isEqualTo(get.headers().get("content-length"));
                    assertThat(head.headers().get("etag"))
                            .isEqualTo(get.headers().get("etag"));
                }
            }
        }
    }

    private static Map<String, String> lasting(Answer answer) {
        var lasting = new TreeMap<>(answer.headers());
        OF_THE_MOMENT.forEach(lasting::remove);
        return lasting;
    }
}
