package ai.jiga.store.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.gateway.RawHttp.Answer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each line of `docs/architecture/http.md`, by raw sockets.
@QuarkusTest
@ExtendWith(LogWatch.class)
class WireTest {
    private static final String APP = "https://app.jiga.ai";
    private static final String HOST = "Host: store.example\r\n";
    private static final String SENT = HOST + "Origin: " + APP + "\r\n";
    private static final String GET = "GET /api/v1/toys/one HTTP/1.1\r\n" + SENT;
    private static final String POST = "POST /api/v1/toys HTTP/1.1\r\n" + SENT + "Content-Type: application/json\r\n";
    private static final String JSON = "{\"name\":\"a\",\"size\":1}";
    private static final String NEXT = "GET /api/v1/toys/one HTTP/1.1\r\n" + HOST + "\r\n";
    private static final String CHUNKED = POST + "Transfer-Encoding: chunked\r\n\r\n";
    /// [#JSON] has 21 bytes.
    private static final String ONE_CHUNK = "15\r\n" + JSON + "\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Request lines
                "GET  /health HTTP/1.1\r\n" + SENT + "\r\n",
                "GET /health  HTTP/1.1\r\n" + SENT + "\r\n",
                "GET\t/health\tHTTP/1.1\r\n" + SENT + "\r\n",
                "GET /health HTTP/1.1 \r\n" + SENT + "\r\n",
                " GET /health HTTP/1.1\r\n" + SENT + "\r\n",
                "\r\n\r\nGET /health HTTP/1.1\r\n" + SENT + "\r\n",
                "GET /health\r\n" + SENT + "\r\n",
                "GET /health http/1.1\r\n" + SENT + "\r\n",
                "GET /health HTTP/1.10\r\n" + SENT + "\r\n",
                "G(T /health HTTP/1.1\r\n" + SENT + "\r\n",
                // Targets
                "GET * HTTP/1.1\r\n" + SENT + "\r\n",
                "GET health HTTP/1.1\r\n" + SENT + "\r\n",
                "GET store.example:80 HTTP/1.1\r\n" + SENT + "\r\n",
                "GET ftp://store.example/ HTTP/1.1\r\n" + SENT + "\r\n",
                "GET http:///health HTTP/1.1\r\n" + SENT + "\r\n",
                "GET http://user@store.example/health HTTP/1.1\r\n" + SENT + "\r\n",
                "GET /health#top HTTP/1.1\r\n" + SENT + "\r\n",
                "GET /a|b HTTP/1.1\r\n" + SENT + "\r\n",
                "GET /a\\b HTTP/1.1\r\n" + SENT + "\r\n",
                "GET /\u00c3\u00a9 HTTP/1.1\r\n" + SENT + "\r\n",
                "GET /%zz HTTP/1.1\r\n" + SENT + "\r\n",
                "GET /%00 HTTP/1.1\r\n" + SENT + "\r\n",
                "GET /%ff HTTP/1.1\r\n" + SENT + "\r\n",
                "GET /?q=%4 HTTP/1.1\r\n" + SENT + "\r\n",
                "GET /?q=\u00e9 HTTP/1.1\r\n" + SENT + "\r\n",
                "GET /?q=a#b HTTP/1.1\r\n" + SENT + "\r\n",
                // Headers
                GET + ": nothing\r\n\r\n",
                GET + "X-A : a\r\n\r\n",
                GET + "X A: a\r\n\r\n",
                GET + "X-A: a\r\n b\r\n\r\n",
                GET + "X-A: a\r\n\tb\r\n\r\n",
                GET + "no colon\r\n\r\n",
                GET + "X-\u00e9: a\r\n\r\n",
                GET + "X-A: a\u0000b\r\n\r\n",
                GET + "X-A: a\u0001b\r\n\r\n",
                GET + "X-A: a\u007fb\r\n\r\n",
                GET + "X-A: a\rb\r\n\r\n",
                GET + "X-A: a\nX-B: b\r\n\r\n",
                GET + "\n",
                // Host
                GET + HOST + "\r\n",
                GET + "Host: other.example\r\n\r\n",
                "GET /health HTTP/1.1\r\nOrigin: " + APP + "\r\n\r\n",
                "GET /health HTTP/1.1\r\nOrigin: " + APP + "\r\nHost:\r\n\r\n",
                "GET /health HTTP/1.1\r\nOrigin: " + APP + "\r\nHost: a b\r\n\r\n",
                "GET /health HTTP/1.1\r\nOrigin: " + APP + "\r\nHost: a/b\r\n\r\n",
                "GET /health HTTP/1.1\r\nOrigin: " + APP + "\r\nHost: user@a\r\n\r\n",
                "GET /health HTTP/1.1\r\nOrigin: " + APP + "\r\nHost: a, b\r\n\r\n",
                "GET /health HTTP/1.1\r\nOrigin: " + APP + "\r\nHost: a:port\r\n\r\n",
                "GET /health HTTP/1.1\r\nOrigin: " + APP + "\r\nHost: a:65536\r\n\r\n",
                "GET /health HTTP/1.1\r\nOrigin: " + APP + "\r\nHost: [::1\r\n\r\n",
                "GET /health HTTP/1.1\r\nOrigin: " + APP + "\r\nHost: [x]\r\n\r\n",
                "GET /health HTTP/1.0\r\n" + SENT + HOST + "\r\n",
                // Said twice
                GET + "Authorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n",
                POST + "Content-Type: text/plain\r\nContent-Length: 0\r\n\r\n",
                // Lengths
                POST + "Content-Length: 21\r\nTransfer-Encoding: chunked\r\n\r\n" + ONE_CHUNK + "0\r\n\r\n",
                POST + "Transfer-Encoding: chunked\r\nContent-Length: 21\r\n\r\n" + ONE_CHUNK + "0\r\n\r\n",
                POST + "Content-Length: 21\r\nContent-Length: 21\r\n\r\n" + JSON,
                POST + "Content-Length: 21\r\nContent-Length: 2\r\n\r\n" + JSON,
                POST + "Content-Length: 21, 21\r\n\r\n" + JSON,
                POST + "Content-Length: +21\r\n\r\n" + JSON,
                POST + "Content-Length: -1\r\n\r\n" + JSON,
                POST + "Content-Length: 0x15\r\n\r\n" + JSON,
                POST + "Content-Length: 2 1\r\n\r\n" + JSON,
                POST + "Content-Length:\r\n\r\n" + JSON,
                "POST /api/v1/toys HTTP/1.0\r\n" + SENT + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                // Codings
                POST + "Transfer-Encoding: gzip\r\n\r\n",
                POST + "Transfer-Encoding: identity\r\n\r\n",
                POST + "Transfer-Encoding:\r\n\r\n",
                POST + "Transfer-Encoding: chunked, gzip\r\n\r\n" + ONE_CHUNK + "0\r\n\r\n",
                POST + "Transfer-Encoding: chunked, chunked\r\n\r\n" + ONE_CHUNK + "0\r\n\r\n",
                POST + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n" + ONE_CHUNK + "0\r\n\r\n",
                POST + "Transfer-Encoding: \u000bchunked\r\n\r\n" + ONE_CHUNK + "0\r\n\r\n",
                POST + "Transfer-Encoding: xchunked\r\n\r\n" + ONE_CHUNK + "0\r\n\r\n",
                "POST /api/v1/toys HTTP/1.0\r\n" + SENT + "Transfer-Encoding: chunked\r\n\r\n" + ONE_CHUNK
                        + "0\r\n\r\n",
                // Chunks
                CHUNKED + "zz\r\n" + JSON + "\r\n0\r\n\r\n",
                CHUNKED + "\r\n" + JSON + "\r\n0\r\n\r\n",
                CHUNKED + " 15\r\n" + JSON + "\r\n0\r\n\r\n",
                CHUNKED + "15 \r\n" + JSON + "\r\n0\r\n\r\n",
                CHUNKED + "0x15\r\n" + JSON + "\r\n0\r\n\r\n",
                CHUNKED + "-15\r\n" + JSON + "\r\n0\r\n\r\n",
                CHUNKED + "15;\r\n" + JSON + "\r\n0\r\n\r\n",
                CHUNKED + "15;a=\"\r\n" + JSON + "\r\n0\r\n\r\n",
                CHUNKED + "15;a b\r\n" + JSON + "\r\n0\r\n\r\n",
                CHUNKED + "15\n" + JSON + "\r\n0\r\n\r\n",
                CHUNKED + "15\r\n" + JSON + "x\r\n0\r\n\r\n",
                CHUNKED + "15\r\n" + JSON + "\n0\r\n\r\n",
                CHUNKED + "15\r\n" + JSON + "\r\n0\r\nno colon\r\n\r\n",
                CHUNKED + "15\r\n" + JSON + "\r\n0\r\nX-A: a\r\n b\r\n\r\n",
            })
    void whatHttpForbidsIs400AndNothingIsReadAfterIt(String request) throws IOException {
        try (RawHttp line = RawHttp.connect()) {
            isLastProblem(line.say(request + NEXT).answer(), 400, "MALFORMED_REQUEST");
            assertThat(line.isClosed()).isTrue();
        }
    }

    @Test
    void aSizeThatNoBodyHasIs413() throws IOException {
        isLastProblem(RawHttp.send(POST + "Content-Length: 9999999999999999999\r\n\r\n"), 413, "BODY_TOO_LARGE");
        isLastProblem(RawHttp.send(CHUNKED + "FFFFFFFFFFFFFFFF\r\n"), 413, "BODY_TOO_LARGE");
        assertThat(RawHttp.send(CHUNKED + "00000000000000000015\r\n" + JSON + "\r\n0\r\n\r\n")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FROBNICATE", "get", "PROPFIND", "PRI"})
    void aMethodThatNobodyTakesIs501(String method) throws IOException {
        isLastProblem(RawHttp.send(method + " /health HTTP/1.1\r\n" + SENT + "\r\n"), 501, "NOT_IMPLEMENTED");
    }

    @Test
    void theStoreIsNoProxy() throws IOException {
        isLastProblem(RawHttp.send("CONNECT store.example:443 HTTP/1.1\r\n" + SENT + "\r\n"), 501, "NOT_IMPLEMENTED");
    }

    @Test
    void aCodingThatIsNotKnownIs501() throws IOException {
        isLastProblem(
                RawHttp.send(POST + "Transfer-Encoding: gzip, chunked\r\n\r\n" + ONE_CHUNK + "0\r\n\r\n"),
                501,
                "NOT_IMPLEMENTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/0.9", "HTTP/1.2", "HTTP/2.0", "HTTP/9.9"})
    void aVersionThatIsNotSpokenIs505(String version) throws IOException {
        isLastProblem(RawHttp.send("GET /health " + version + "\r\n" + SENT + "\r\n"), 505, "VERSION_NOT_SUPPORTED");
    }

    @Test
    void http2InPlainTextIsNotSpoken() throws IOException {
        assertThat(RawHttp.send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").status()).isEqualTo(505);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2c", "TLS/1.0", "foo/2", "h2c, websocket"})
    void anUpgradeToWhatIsNotSpokenIsIgnored(String protocol) throws IOException {
        try (RawHttp line = RawHttp.connect()) {
            String upgrade = "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: " + protocol
                    + "\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n\r\n";
            assertThat(line.say(GET + upgrade).answer().status()).isEqualTo(200);
            assertThat(line.say(NEXT).answer().status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n" + GET + "\r\n",
                "GET http://store.example/api/v1/toys/one HTTP/1.1\r\n" + SENT + "\r\n",
                "GET HTTPS://other.example:8443/api/v1/toys/one HTTP/1.1\r\n" + SENT + "\r\n",
                "GET http://store.example HTTP/1.1\r\n" + SENT + "\r\n",
                "GET /api/v1/toys/one HTTP/1.1\r\nhOST:store.example\r\n\r\n",
                "GET /api/v1/toys/one HTTP/1.1\r\nHost: [::1]:3000\r\n\r\n",
                "GET /api/v1/toys/one HTTP/1.1\r\nHost: store.example:\r\n\r\n",
                GET + "X-Latin: \u00e9\r\n\r\n",
                GET + "X-Empty:\r\n\r\n",
                GET + "X-Tab: \ta\tb\t\r\n\r\n",
                GET + "Expect: something\r\n\r\n",
                "GET /api/v1/toys/one HTTP/1.0\r\n\r\n",
                "GET /api/v1/toys/one HTTP/1.0\r\n" + HOST + "Expect: 100-continue\r\n\r\n",
            })
    void whatHttpAllowsIsAnswered(String request) throws IOException {
        assertThat(RawHttp.send(request).status()).isIn(200, 302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ONE_CHUNK + "0\r\n\r\n",
                "15;ext=1;other=\"quoted \\\" text\"\r\n" + JSON + "\r\n0;last\r\n\r\n",
                "15 ; ext = 1\r\n" + JSON + "\r\n0\r\n\r\n",
                "5\r\n{\"nam\r\n10\r\ne\":\"a\",\"size\":1}\r\n000\r\n\r\n",
                ONE_CHUNK + "0\r\nX-Trailer: a\r\nContent-Length: 9\r\n\r\n",
            })
    void chunksMayHaveExtensionsAndTrailersWhichNobodyReads(String body) throws IOException {
        try (RawHttp line = RawHttp.connect()) {
            Answer made = line.say(CHUNKED + body + NEXT).answer();

            assertThat(made.status()).as(made.body()).isEqualTo(200);
            assertThat(JsonPath.from(made.body()).getInt("size")).isEqualTo(1);
            assertThat(line.answer().status()).isEqualTo(200);
        }
    }

    @Test
    void extensionsAndTrailersHaveLimits() throws IOException {
        String extension = "15;a=" + "b".repeat(300) + "\r\n";
        isLastProblem(RawHttp.send(CHUNKED + extension), 400, "MALFORMED_REQUEST");
        String many = ("1;a=" + "b".repeat(200) + "\r\n \r\n").repeat(100);
        isLastProblem(RawHttp.send(CHUNKED + many), 400, "MALFORMED_REQUEST");
        String trailers = ONE_CHUNK + "0\r\n" + "X-Trailer: a\r\n".repeat(2_000);
        isLastProblem(RawHttp.send(CHUNKED + trailers), 431, "HEADERS_TOO_LARGE");
    }

    @Test
    void aHeadMayBeAsLongAsItIsSaid() throws IOException {
        String address = "/api/v1/toys/text?q=";
        String longest = address + "a".repeat(8_192 - "GET  HTTP/1.1".length() - address.length());
        assertThat(RawHttp.send("GET " + longest + " HTTP/1.1\r\n" + SENT + "\r\n")
                        .status())
                .isEqualTo(200);
        isLastProblem(RawHttp.send("GET " + longest + "a HTTP/1.1\r\n" + SENT + "\r\n"), 414, "URI_TOO_LONG");

        String two = "X-A: a\r\n".repeat(98);
        assertThat(RawHttp.send(GET + two + "\r\n").status()).isEqualTo(200);
        isLastProblem(RawHttp.send(GET + two + "X-A: a\r\n\r\n"), 431, "HEADERS_TOO_LARGE");
        assertThat(RawHttp.send(GET + "X-A: " + "a".repeat(16_000) + "\r\n\r\n").status())
                .isEqualTo(200);
        isLastProblem(RawHttp.send(GET + "X-A: " + "a".repeat(16_384) + "\r\n\r\n"), 431, "HEADERS_TOO_LARGE");
    }

    @Test
    void whatIsTooLongIsReadableForScriptsWhoseOriginComesAfterIt() throws IOException {
        String tail = "X-Request-Id: mine-1\r\n" + SENT + "\r\n";
        for (String head : new String[] {
            "GET /" + "a".repeat(60_000) + " HTTP/1.1\r\n",
            "GET /health HTTP/1.1\r\nX-Long: " + "a".repeat(60_000) + "\r\n",
            "GET /health HTTP/1.1\r\n" + "X-Short: a\r\n".repeat(5_000)
        }) {
            Answer refused = RawHttp.send(head + tail);

            assertThat(refused.status()).isIn(414, 431);
            assertThat(refused.headers())
                    .containsEntry("Access-Control-Allow-Origin", APP)
                    .containsEntry("X-Request-Id", "mine-1");
        }
    }

    @Test
    void anotherSitesScriptsCannotReadIt() throws IOException {
        Answer refused = RawHttp.send("GET /a|b HTTP/1.1\r\n" + HOST + "Origin: https://evil.example\r\n\r\n");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.headers())
                .doesNotContainKey("Access-Control-Allow-Origin")
                .containsEntry("Vary", "origin");
    }

    @Test
    void requestsThatCameTogetherAreAnsweredInTheirOrder() throws IOException {
        try (RawHttp line = RawHttp.connect()) {
            line.say(GET.replace("toys/one", "toys/named/a") + "\r\n"
                    + POST.replace("/toys", "/toys/slow") + "Content-Length: 21\r\n\r\n" + JSON
                    + CHUNKED + ONE_CHUNK + "0\r\n\r\n"
                    + GET.replace("toys/one", "toys/named/b") + "\r\n"
                    + GET.replace("GET", "HEAD") + "\r\n"
                    + GET + "no colon\r\n\r\n" + NEXT);

            assertThat(line.answer().body()).contains("\"name\":\"a\"");
            assertThat(line.answer().body()).contains("\"name\":\"slow\"");
            assertThat(line.answer().body()).contains("\"size\":1");
            assertThat(line.answer().body()).contains("\"name\":\"b\"");
            assertThat(line.answerToHead().status()).isEqualTo(200);
            isLastProblem(line.answer(), 400, "MALFORMED_REQUEST");
            assertThat(line.isClosed()).isTrue();
        }
    }

    @Test
    void afterCloseNothingIsRead() throws IOException {
        try (RawHttp line = RawHttp.connect()) {
            assertThat(line.say(GET + "Connection: close\r\n\r\n" + NEXT)
                            .answer()
                            .status())
                    .isEqualTo(200);
            assertThat(line.isClosed()).isTrue();
        }
        try (RawHttp line = RawHttp.connect()) {
            assertThat(line.say("GET /health HTTP/1.0\r\n\r\n").answer().status())
                    .isEqualTo(200);
            assertThat(line.isClosed()).isTrue();
        }
    }

    @Test
    void whoWaitsForAWordBeforeTheBodyGetsIt() throws IOException {
        try (RawHttp line = RawHttp.connect()) {
            line.say(POST + "Expect: 100-continue\r\nContent-Length: 21\r\n\r\n");
            assertThat(line.answer().status()).isEqualTo(100);
            assertThat(line.say(JSON + NEXT).answer().status()).isEqualTo(200);
            assertThat(line.answer().status()).isEqualTo(200);
        }
    }

    @Test
    void whoWaitsForAWordAndIsRefusedNeedNotSendTheBody() throws IOException {
        try (RawHttp line = RawHttp.connect()) {
            line.say(POST + "Expect: 100-continue\r\nContent-Length: 9999999\r\n\r\n");
            Answer refused = line.answer();
            assertThat(refused.status()).isEqualTo(413);
            assertThat(refused.headers()).containsEntry("Connection", "close");
            assertThat(line.isClosed()).isTrue();
        }
    }

    @Test
    void nobodyWaitsForAWordInHttp10() throws IOException {
        Answer made = RawHttp.send("POST /api/v1/toys HTTP/1.0\r\n" + SENT
                + "Content-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: 21\r\n\r\n" + JSON);

        assertThat(made.status()).isEqualTo(200);
    }

    @Test
    void theStoreAsAWholeSaysWhatItTakes() throws IOException {
        Answer answer = RawHttp.send("OPTIONS * HTTP/1.1\r\n" + SENT + "\r\n");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers())
                .containsEntry("Allow", "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT")
                .containsEntry("Content-Length", "0")
                .containsEntry("Access-Control-Allow-Origin", APP)
                .containsKeys("Date", "X-Request-Id");
    }

    @Test
    void onlyGetUpgrades() throws IOException {
        String upgrade = SENT + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
        for (String method : new String[] {"HEAD", "POST", "OPTIONS"}) {
            try (RawHttp line = RawHttp.connect()) {
                line.say(method + " /ws HTTP/1.1\r\n" + upgrade + "Content-Length: 0\r\n\r\n");
                Answer answer = method.equals("HEAD") ? line.answerToHead() : line.answer();
                assertThat(answer.status()).as(method).isNotEqualTo(101);
            }
        }
    }

    @Test
    void behindAnUpgradeTheWireIsTheWebSockets() throws IOException {
        byte[] frame = {(byte) 0x81, (byte) 0x82, 1, 2, 3, 4, 'h' ^ 1, 'i' ^ 2};
        try (RawHttp line = RawHttp.connect()) {
            line.say("GET /ws HTTP/1.1\r\n" + SENT + "Connection: Upgrade\r\nUpgrade: websocket\r\n"
                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
            assertThat(line.answer().status()).isEqualTo(101);

            line.say(new String(frame, StandardCharsets.ISO_8859_1));

            assertThat(line.bytes(4)).isEqualTo(new byte[] {(byte) 0x81, 2, 'h', 'i'});
        }
    }

    private static void isLastProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers())
                .containsEntry("Content-Type", "application/problem+json")
                .containsEntry("Connection", "close")
                .containsEntry("Access-Control-Allow-Origin", APP)
                .containsEntry("Access-Control-Allow-Credentials", "true")
                .containsKeys("Date", "X-Request-Id", "Content-Security-Policy");
        var problem = JsonPath.from(answer.body());
        assertThat(problem.getString("code")).isEqualTo(code);
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(problem.getString("requestId")).isEqualTo(answer.headers().get("X-Request-Id"));
    }
}
