package ai.jiga.store.demo;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// HTTP/1.1 and WebSocket (RFC 6455), as little of both as the demo's client needs.
final class LoopbackServer implements AutoCloseable {
    private final ServerSocket listening;
    private final Handler handler;

    LoopbackServer(Handler handler) throws IOException {
        this.handler = handler;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
    }

    record Request(String method, String target, Map<String, String> headers, String body) {
        String path() {
            return target.replaceFirst("\\?.*", "");
        }

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    record Reply(int status, Map<String, String> headers, String body) {}

    interface Handler {
        Reply answer(Request request);

        /// The listener of a new live line, which may send at once.
        LineListener open(Request request, Line line);
    }

    interface LineListener {
        void text(String text);

        /// The line is gone, politely or not.
        void gone();
    }

    /// A server's end of a live line.
    static final class Line {
        private final OutputStream out;

        private Line(OutputStream out) {
            this.out = out;
        }

        synchronized void send(String text) {
            try {
                var bytes = text.getBytes(StandardCharsets.UTF_8);
                // In two fragments, so that the client has to put them together.
                var half = bytes.length / 2;
                frame(0x01, bytes, 0, half);
                frame(0x80, bytes, half, bytes.length - half);
                out.flush();
            } catch (IOException e) {
                // The client has cut the line; its listener hears of it from the reading side.
            }
        }

        private void frame(int first, byte[] bytes, int from, int length) throws IOException {
            out.write(first);
            if (length < 126) {
                out.write(length);
            } else {
                out.write(126);
                out.write(length >> 8);
                out.write(length & 0xff);
            }
            out.write(bytes, from, length);
        }
    }

    int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var socket = listening.accept();
                socket.setTcpNoDelay(true);
                Thread.startVirtualThread(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            var out = socket.getOutputStream();
            while (true) {
                var request = read(in);
                if (request == null) {
                    return;
                }
                if (request.headers().containsKey("sec-websocket-key")) {
                    live(request, in, out);
                    return;
                }
                write(out, handler.answer(request));
            }
        } catch (IOException e) {
            // The client went away.
        }
    }

    private static @Nullable Request read(DataInputStream in) throws IOException {
        var first = line(in);
        if (first.isEmpty()) {
            return null;
        }
        var headers = new HashMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        var body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        var words = first.split(" ");
        return new Request(words[0], words[1], headers, new String(body, StandardCharsets.UTF_8));
    }

    private static String line(DataInputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                bytes.write(b);
            }
        }
        return bytes.toString(StandardCharsets.US_ASCII);
    }

    private static void write(OutputStream out, Reply reply) throws IOException {
        var body = reply.body().getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder("HTTP/1.1 " + reply.status() + " .\r\n");
        reply.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }

    private void live(Request request, DataInputStream in, OutputStream out) throws IOException {
        out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: " + accepted(request.header("sec-websocket-key")) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        var listener = handler.open(request, new Line(out));
        try {
            while (true) {
                var opcode = in.readUnsignedByte() & 0x0f;
                var length = (long) (in.readUnsignedByte() & 0x7f);
                if (length == 126) {
                    length = in.readUnsignedShort();
                } else if (length == 127) {
                    length = in.readLong();
                }
                var mask = in.readNBytes(4);
                var payload = in.readNBytes((int) length);
                for (var i = 0; i < payload.length; i++) {
                    payload[i] ^= mask[i % 4];
                }
                if (opcode == 1) {
                    listener.text(new String(payload, StandardCharsets.UTF_8));
                } else if (opcode == 8) {
                    return;
                }
            }
        } finally {
            listener.gone();
        }
    }

    private static String accepted(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-1")
                    .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
