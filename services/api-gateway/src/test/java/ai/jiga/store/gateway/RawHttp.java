package ai.jiga.store.gateway;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A client that sends bytes as they are given, for what no HTTP client would send.
final class RawHttp implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;
    private final ByteArrayOutputStream unread = new ByteArrayOutputStream();

    private RawHttp(Socket socket) {
        this.socket = socket;
    }

    static RawHttp connect() throws IOException {
        return connect(0);
    }

    /// @param room bytes that are taken before they are read, 0: what the system gives
    static RawHttp connect(int room) throws IOException {
        var socket = new Socket();
        if (room > 0) {
            socket.setReceiveBufferSize(room);
        }
        socket.connect(new InetSocketAddress("localhost", RestAssured.port));
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        return new RawHttp(socket);
    }

    static Answer send(String request) throws IOException {
        return send(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// Sends it all, whatever happens, and reads until the first answer is whole or the server closes.
    static Answer send(byte[] request) throws IOException {
        try (RawHttp line = connect()) {
            Thread.ofVirtual().start(() -> {
                try {
                    line.say(request);
                } catch (IOException e) {
                    // The server has stopped reading; its answer says why.
                }
            });
            return line.answer();
        }
    }

    RawHttp say(String bytes) throws IOException {
        say(bytes.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    private void say(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /// Reads until the next answer is whole.
    Answer answer() throws IOException {
        return answer(false);
    }

    /// The same, when the answer is one to HEAD.
    Answer answerToHead() throws IOException {
        return answer(true);
    }

    private Answer answer(boolean toHead) throws IOException {
        Answer.Parsed parsed = Answer.parse(unread.toByteArray(), toHead);
        while (parsed == null) {
            if (!readMore()) {
                throw new IOException("closed after: " + unread.toString(StandardCharsets.UTF_8));
            }
            parsed = Answer.parse(unread.toByteArray(), toHead);
        }
        byte[] all = unread.toByteArray();
        unread.reset();
        unread.write(all, parsed.end(), all.length - parsed.end());
        return parsed.answer();
    }

    /// Reads what is no answer.
    byte[] bytes(int count) throws IOException {
        while (unread.size() < count && readMore()) {
            // Until there are as many.
        }
        return unread.toByteArray();
    }

    /// Whether the server says nothing more, and ends the connection.
    boolean isClosed() throws IOException {
        return unread.size() == 0 && !readMore();
    }

    /// Reads to the end.
    ///
    /// @return how many bytes there were
    long drain() throws IOException {
        long bytes = unread.size();
        byte[] part = new byte[65_536];
        int n = read(part);
        while (n >= 0) {
            bytes += n;
            n = read(part);
        }
        return bytes;
    }

    /// Reads that many bytes in four pieces, with a pause after each of them.
    ///
    /// @return how many there were
    long take(int bytes, long millis) throws IOException, InterruptedException {
        long taken = 0;
        for (int i = 0; i < 4; i++) {
            taken += socket.getInputStream().readNBytes(bytes / 4).length;
            Thread.sleep(millis);
        }
        return taken;
    }

    private boolean readMore() throws IOException {
        byte[] part = new byte[8192];
        int n = read(part);
        if (n > 0) {
            unread.write(part, 0, n);
        }
        return n >= 0;
    }

    private int read(byte[] part) throws IOException {
        InputStream in = socket.getInputStream();
        try {
            return in.read(part);
        } catch (SocketException reset) {
            return -1;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    record Answer(int status, Map<String, String> headers, String body) {
        private record Parsed(Answer answer, int end) {}

        private static @Nullable Parsed parse(byte[] bytes, boolean toHead) {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
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
            int length = toHead ? 0 : Integer.parseInt(headers.getOrDefault("content-length", "0"));
            int whole = end + 4 + length;
            if (bytes.length < whole) {
                return null;
            }
            String body = new String(bytes, end + 4, length, StandardCharsets.UTF_8);
            return new Parsed(new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, body), whole);
        }
    }
}
