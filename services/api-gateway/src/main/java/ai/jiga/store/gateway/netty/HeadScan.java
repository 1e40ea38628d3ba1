package ai.jiga.store.gateway.netty;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.RejectedException;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.web.RequestIds;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects the lines of one head, and bounds them. One that is too long is read to its end all the same, but
/// not kept: who sent it is told so in an answer that the scripts of their site can read, and for that its
/// `Origin` must be known.
final class HeadScan {
    static final int LONGEST_REQUEST_LINE = 8_192;
    static final int MOST_FIELD_BYTES = 16 << 10;
    static final int MOST_FIELDS = 100;
    /// Of a head that is too long.
    static final int MOST_READ = 1 << 20;

    private final LineScan scan = new LineScan(MOST_FIELD_BYTES);
    private final List<String> lines = new ArrayList<>();
    private int fieldBytes;
    private long passed;
    private boolean blank;
    private @Nullable Rejection tooLong;

    /// Whether a head has begun and not ended. The empty line before one is none of it.
    boolean isBegun() {
        return !lines.isEmpty() || scan.length() > 0 || tooLong != null;
    }

    /// What has come of the head so far, each line without its end.
    List<String> lines() {
        return lines;
    }

    /// What is wrong with a head whose end does not come.
    Rejection unfinished(Rejection late) {
        return tooLong == null ? late : tooLong;
    }

    /// Takes the bytes of the head, or all there are.
    ///
    /// @return whether the head is whole
    /// @throws RejectedException MALFORMED_REQUEST, URI_TOO_LONG or HEADERS_TOO_LARGE
    boolean read(ByteBuf in) {
        while (in.isReadable()) {
            String line = scan.read(in);
            bound();
            if (line == null) {
                return false;
            }
            boolean last = scan.length() == 0;
            passed += scan.length() + 2L;
            fieldBytes += lines.isEmpty() ? 0 : scan.length() + 2;
            if (last && lines.isEmpty() && tooLong == null) {
                skipBlank();
            } else if (last) {
                if (tooLong != null) {
                    throw tooLong.asException();
                }
                return true;
            } else if (tooLong == null || saysWhoSentIt(line)) {
                lines.add(line);
            }
            scan.next();
        }
        return false;
    }

    /// Makes it ready for the next head.
    void reset() {
        scan.next();
        lines.clear();
        fieldBytes = 0;
        passed = 0;
        blank = false;
        tooLong = null;
    }

    /// RFC 9112, 2.2: some clients send an empty line after a body.
    private void skipBlank() {
        if (blank) {
            throw Malformed.because("begins with empty lines");
        }
        blank = true;
    }

    private void bound() {
        if (tooLong != null) {
            if (passed + scan.length() > MOST_READ) {
                throw tooLong.asException();
            }
        } else if (lines.isEmpty()) {
            if (scan.length() > LONGEST_REQUEST_LINE) {
                tooLong = Rejection.of(
                        ErrorCode.URI_TOO_LONG,
                        "The address is longer than the store reads: " + LONGEST_REQUEST_LINE
                                + " bytes, with the method and the version.");
            }
        } else if (fieldBytes + scan.length() > MOST_FIELD_BYTES || scan.length() > 0 && lines.size() > MOST_FIELDS) {
            tooLong = Rejection.of(
                    ErrorCode.HEADERS_TOO_LARGE,
                    "The headers are more than the store reads: " + MOST_FIELDS + " of them, and "
                            + (MOST_FIELD_BYTES >> 10) + " KiB.");
        }
    }

    private static boolean saysWhoSentIt(String line) {
        return isField(line, HttpHeaderNames.ORIGIN.toString()) || isField(line, RequestIds.HEADER);
    }

    static boolean isField(String line, String name) {
        return line.length() > name.length()
                && line.charAt(name.length()) == ':'
                && line.regionMatches(true, 0, name, 0, name.length());
    }
}
