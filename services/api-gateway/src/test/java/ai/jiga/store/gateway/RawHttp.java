package ai.jiga.store.gateway;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A client that sends bytes as they are given, for what no HTTP client would send.
final class RawHttp {
    private RawHttp() {}

    static Answer send(String request) throws IOException {
        return send(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// Sends it all, whatever happens, and reads until the first answer is whole or the server closes.
    static Answer send(byte[] request) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            Thread.ofVirtual().start(() -> {
                try {
                    socket.getOutputStream().write(request);
                    socket.getOutputStream().flush();
                } catch (IOException e) {
                    // The server has stopped reading; its answer says why.
                }
            });
            return Answer.read(socket.getInputStream());
        }
    }

    record Answer(int status, Map<String, String> headers, String body) {
        static Answer read(InputStream in) throws IOException {
            var bytes = new ByteArrayOutputStream();
            byte[] part = new byte[8192];
            Answer answer = null;
            while (answer == null) {
                int n;
                try {
                    n = in.read(part);
                } catch (SocketException e) {
                    n = -1;
                }
                if (n < 0) {
                    throw new IOException("closed after: " + bytes);
                }
                bytes.write(part, 0, n);
                answer = parse(bytes.toString(StandardCharsets.UTF_8));
            }
            return answer;
        }

        private static @Nullable Answer parse(String text) {
            int end = text.indexOf("\r\n\r\n");
            if (end < 0) {
                return null;
            }
            String[] lines = text.substring(0, end).split("\r\n", -1);
            var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            for (int i = 1; i < lines.length; i++) {
                int colon = lines[i].indexOf(':');
                headers.merge(
                        lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip(),
                        (a, b) -> a + ", " + b);
            }
            String body = text.substring(end + 4);
            int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
            return body.length() < length
                    ? null
                    : new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, body.substring(0, length));
        }
    }
}
