package ai.jiga.store.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One connection to the store that speaks as much HTTP/1.1 (RFC 9112) as its answers need: the client shares its cores
/// with what it measures, and takes little of them.
final class HttpLine implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 20_000;
    private static final int LONGEST_HEAD = 16_384;
    private static final String LENGTH = "\r\ncontent-length:";

    private final Socket socket = new Socket();
    private final InputStream in;
    private final OutputStream out;
    private final String host;

    HttpLine(URI base) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()), TIMEOUT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), LONGEST_HEAD);
        out = socket.getOutputStream();
        host = base.getHost() + ":" + base.getPort();
    }

    record Answer(int status, String body) {}

    InputStream in() {
        return in;
    }

    OutputStream out() {
        return out;
    }

    /// @param target path and query
    /// @param headers further ones, each with its line end
    Answer ask(String method, String target, String headers, @Nullable String body) throws IOException {
        byte[] bytes = (body == null ? "" : body).getBytes(StandardCharsets.UTF_8);
        String head = method + " " + target + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers
                + (body == null ? "" : "Content-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n")
                + "\r\n";
        byte[] start = head.getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[start.length + bytes.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(bytes, 0, whole, start.length, bytes.length);
        out.write(whole);
        out.flush();
        return answer();
    }

    private Answer answer() throws IOException {
        String head = head();
        int status = Integer.parseInt(head.substring(9, 12));
        int at = head.toLowerCase(Locale.ROOT).indexOf(LENGTH);
        if (at < 0 && status != 204 && status != 101) {
            throw new IOException("an answer without a length: " + head);
        }
        int length = at < 0
                ? 0
                : Integer.parseInt(head.substring(at + LENGTH.length(), head.indexOf('\r', at + LENGTH.length()))
                        .strip());
        return new Answer(status, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private String head() throws IOException {
        byte[] head = new byte[LONGEST_HEAD];
        int length = 0;
        int ends = 0;
        while (ends < 4) {
            int read = in.read();
            if (read < 0 || length == LONGEST_HEAD) {
                throw new EOFException("the store hung up");
            }
            head[length++] = (byte) read;
            ends = read == (ends % 2 == 0 ? '\r' : '\n') ? ends + 1 : read == '\r' ? 1 : 0;
        }
        return new String(head, 0, length, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
