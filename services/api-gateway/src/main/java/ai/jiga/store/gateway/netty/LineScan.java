package ai.jiga.store.gateway.netty;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads lines as RFC 9112, 2.2, has them: ended by CRLF and by nothing else, and without control characters.
/// What comes over several reads is kept; of a line that is too long only the beginning.
final class LineScan {
    private static final byte CR = '\r';
    private static final byte LF = '\n';
    private static final byte TAB = '\t';
    private static final byte DELETE = 0x7F;
    private static final int WINDOW = 1_024;

    private final int kept;
    private final byte[] window = new byte[WINDOW];
    private byte[] line = new byte[128];
    private int length;
    private boolean afterCr;

    /// @param kept bytes of a line, what follows is counted and dropped
    LineScan(int kept) {
        this.kept = kept;
    }

    /// Bytes of the line that is being read, or of the one that was read last, without its end.
    int length() {
        return length;
    }

    /// What has come of the line that is being read.
    String begun() {
        return text();
    }

    /// Takes the bytes of one line, or all there are.
    ///
    /// @return the line in ISO 8859-1, so that each character is a byte; null when its end has not come
    /// @throws ai.jiga.store.kernel.RejectedException MALFORMED_REQUEST
    @Nullable
    String read(ByteBuf in) {
        while (in.isReadable()) {
            int there = Math.min(in.readableBytes(), WINDOW);
            in.getBytes(in.readerIndex(), window, 0, there);
            for (int i = 0; i < there; i++) {
                byte next = window[i];
                if (next == LF) {
                    if (!afterCr) {
                        throw Malformed.because("has a line that ends without a carriage return");
                    }
                    in.skipBytes(i + 1);
                    return text();
                }
                if (afterCr) {
                    throw Malformed.because("has a carriage return within a line");
                }
                if (next == CR) {
                    afterCr = true;
                } else {
                    keep(next);
                }
            }
            in.skipBytes(there);
        }
        return null;
    }

    /// To be called before the next line is read.
    void next() {
        length = 0;
        afterCr = false;
    }

    private void keep(byte next) {
        if (next >= 0 && next < ' ' && next != TAB || next == DELETE) {
            throw Malformed.because("has a control character in it");
        }
        if (length < kept) {
            if (length == line.length) {
                line = Arrays.copyOf(line, Math.min(2 * length, kept));
            }
            line[length] = next;
        }
        length++;
    }

    private String text() {
        return new String(line, 0, Math.min(length, kept), StandardCharsets.ISO_8859_1);
    }
}
