package ai.jiga.store.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.RejectedException;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class InvalidHttpTest {
    private static final String HOST = "Host: store.example\r\n";
    private static final int MIB = 1 << 20;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "GET /health SMTP/1.0\r\n" + HOST + "\r\n",
                "GET /health HTTP/1.1\r\n" + HOST + "no colon here\r\n\r\n",
                "GET /health HTTP/1.1\r\n" + HOST + "X-A: a\u0000b\r\n\r\n",
                "POST /api/v1/toys HTTP/1.1\r\n" + HOST + "Content-Length: many\r\n\r\n",
                "POST /api/v1/toys HTTP/1.1\r\n" + HOST + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "GET health HTTP/1.1\r\n" + HOST + "\r\n",
                "GET /a b HTTP/1.1\r\n" + HOST + "\r\n",
            })
    void whatIsNoHttpIs400(String request) throws IOException {
        isProblem(RawHttp.send(request), 400, "MALFORMED_REQUEST");
    }

    @Test
    void aRequestIdIsKeptWhenItWasRead() throws IOException {
        RawHttp.Answer answer =
                RawHttp.send("GET /health HTTP/1.1\r\nX-Request-Id: mine-1\r\nno colon here\r\n" + HOST + "\r\n");

        isProblem(answer, 400, "MALFORMED_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(ints = {9_000, 100_000, 3_000_000})
    void anAddressThatIsTooLongIs414(int length) throws IOException {
        isProblem(RawHttp.send("GET /" + "a".repeat(length) + " HTTP/1.1\r\n" + HOST + "\r\n"), 414, "URI_TOO_LONG");
    }

    @ParameterizedTest
    @ValueSource(ints = {17_000, 100_000, 3_000_000})
    void headersThatAreTooLongAre431(int length) throws IOException {
        isProblem(
                RawHttp.send("GET /health HTTP/1.1\r\n" + HOST + "X-Long: " + "a".repeat(length) + "\r\n\r\n"),
                431,
                "HEADERS_TOO_LARGE");
    }

    @Test
    void manyShortHeadersAre431Too() throws IOException {
        isProblem(
                RawHttp.send("GET /health HTTP/1.1\r\n" + HOST + "X-Short: a\r\n".repeat(5_000) + "\r\n"),
                431,
                "HEADERS_TOO_LARGE");
    }

    @Test
    void aBodyOver1MiBIs413() throws IOException {
        isProblem(RawHttp.send(post("application/json", MIB + 1)), 413, "BODY_TOO_LARGE");
        isProblem(RawHttp.send(post("application/json", 12 * MIB)), 413, "BODY_TOO_LARGE");
        assertThat(RawHttp.send(post("application/json", MIB)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1000\r\n\r\nabc", "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"})
    void aBodyThatBreaksOffIsNoFaultOfTheStore(String framed) throws Exception {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write(("PUT /api/v1/toys/stream HTTP/1.1\r\n" + HOST + framed)
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            assertThat(Toys.READINGS.poll(10, TimeUnit.SECONDS)).isEqualTo("begun");
        }

        // The client is gone; what the reader was told would have been its answer.
        assertThat(Toys.READINGS.poll(10, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refused -> assertThat(refused.rejection().code()).isEqualTo(ErrorCode.MALFORMED_REQUEST));
    }

    @Test
    void aBodyOf413NeedNotBeSent() throws IOException {
        isProblem(
                RawHttp.send("POST /api/v1/toys HTTP/1.1\r\n" + HOST
                        + "Content-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n"),
                413,
                "BODY_TOO_LARGE");
    }

    @Test
    void anImageMayHave5MiB() throws IOException {
        assertThat(RawHttp.send(put("image/png", 5 * MIB)).status()).isEqualTo(200);
        isProblem(RawHttp.send(put("image/png", 5 * MIB + 1)), 413, "BODY_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(ints = {MIB + 1, 3 * MIB, 12 * MIB})
    void aBodyOfUnannouncedLengthIs413Too(int length) throws IOException {
        String head = "POST /api/v1/toys HTTP/1.1\r\n" + HOST
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
        String chunk = "8000\r\n" + " ".repeat(0x8000) + "\r\n";
        isProblem(RawHttp.send(head + chunk.repeat(length / 0x8000) + "1\r\n \r\n0\r\n\r\n"), 413, "BODY_TOO_LARGE");
    }

    private static byte[] post(String type, int length) {
        String json = "{\"name\":\"" + " ".repeat(length - 20) + "\",\"size\":1}";
        return request("POST /api/v1/toys", type, json);
    }

    private static byte[] put(String type, int length) {
        return request("PUT /api/v1/toys/image", type, "x".repeat(length));
    }

    private static byte[] request(String line, String type, String body) {
        return (line + " HTTP/1.1\r\n" + HOST + "Content-Type: " + type + "\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void isProblem(RawHttp.Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
        SecurityHeaders.ALL.forEach(
                (name, value) -> assertThat(answer.headers()).containsEntry(name, value));
        var problem = JsonPath.from(answer.body());
        assertThat(problem.getString("code")).isEqualTo(code);
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("requestId")).isEqualTo(answer.headers().get("X-Request-Id"));
        assertThat(problem.getString("timestamp")).endsWith("Z");
    }
}
