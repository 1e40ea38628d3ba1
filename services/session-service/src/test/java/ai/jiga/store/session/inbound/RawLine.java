package ai.jiga.store.session.inbound;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A WebSocket client that writes what it is told, right or wrong, and reads what comes.
final class RawLine implements Closeable {
    private static final int PATIENCE_MILLIS = 30_000;
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int LAST = 0x80;

    /// The example of RFC 6455, 1.3.
    static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    RawLine(int port, String path) throws IOException {
        this(port, path, "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + KEY + "\r\n");
    }

    /// @param handshake the headers that RFC 6455 names, each with its line's end
    RawLine(int port, String path, String handshake) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new DataInputStream(socket.getInputStream());
        out = socket.getOutputStream();
        out.write(("GET " + path + " HTTP/1.1\r\nHost: store.test\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + handshake + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        if (!head.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException("not let in: " + head);
        }
    }

    /// @param first the first byte of a frame: flags and opcode
    RawLine send(int first, byte[] content) throws IOException {
        return send(first, true, content);
    }

    RawLine send(int first, boolean masked, byte[] content) throws IOException {
        var frame = new ByteArrayOutputStream();
        frame.write(first);
        int mask = masked ? 0x80 : 0;
        if (content.length < 126) {
            frame.write(mask | content.length);
        } else if (content.length < 1 << 16) {
            frame.write(mask | 126);
            frame.writeBytes(
                    ByteBuffer.allocate(2).putShort((short) content.length).array());
        } else {
            frame.write(mask | 127);
            frame.writeBytes(ByteBuffer.allocate(8).putLong(content.length).array());
        }
        if (masked) {
            // A mask of zeros leaves the content as it is.
            frame.writeBytes(new byte[4]);
        }
        frame.writeBytes(content);
        try {
            out.write(frame.toByteArray());
        } catch (IOException closedMeanwhile) {
            // What the store said before it closed is read all the same.
        }
        return this;
    }

    RawLine text(String text) throws IOException {
        return send(LAST | TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] closing(int code, byte[] reason) {
        return ByteBuffer.allocate(2 + reason.length)
                .putShort((short) code)
                .put(reason)
                .array();
    }

    /// The close code that comes, after whatever else was said.
    int closed() throws IOException {
        while (true) {
            Frame frame = next();
            if (frame.opcode == CLOSE) {
                int code = frame.content.length < 2
                        ? 1005
                        : ByteBuffer.wrap(frame.content).getShort() & 0xFFFF;
                if (in.read() != -1) {
                    throw new IOException("the store said more after its close frame");
                }
                return code;
            }
        }
    }

    /// The next text of that type.
    String heard(String type) throws IOException {
        while (true) {
            Frame frame = next();
            if (frame.opcode == CLOSE) {
                throw new IOException(
                        "closed: " + ByteBuffer.wrap(frame.content).getShort());
            }
            String text = new String(frame.content, StandardCharsets.UTF_8);
            if (text.contains("\"type\":\"" + type + "\"")) {
                return text;
            }
        }
    }

    private record Frame(int opcode, byte[] content) {}

    private Frame next() throws IOException {
        int first = in.readUnsignedByte();
        long length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        var content = new byte[(int) length];
        in.readFully(content);
        return new Frame(first & 0x0F, content);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
