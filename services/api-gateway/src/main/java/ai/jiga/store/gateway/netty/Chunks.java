package ai.jiga.store.gateway.netty;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// A body in chunks (RFC 9112, 7.1). Extensions and trailers are read by their grammar, bounded, and go no
/// further: nobody below knows any, and each is a place where two readers may disagree.
final class Chunks implements Body {
    static final int LONGEST_LINE = 256;
    /// Of all sizes, extensions and trailers together, beyond the bytes that a size needs.
    static final int MOST_EXTRA_BYTES = 16 << 10;
    static final int MOST_DIGITS = 7;

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    private static final String QUOTED = "\"(?:[\\t !#-\\[\\]-~\\x80-\\xFF]|\\\\[\\t -~\\x80-\\xFF])*+\"";
    private static final Pattern SIZE = Pattern.compile(
            "([0-9A-Fa-f]++)(?:[ \\t]*;[ \\t]*" + TOKEN + "(?:[ \\t]*=[ \\t]*(?:" + TOKEN + "|" + QUOTED + "))?)*+");

    private enum Part {
        SIZE,
        DATA,
        DATA_END,
        TRAILERS
    }

    private final LineScan scan = new LineScan(MOST_EXTRA_BYTES);
    private Part part = Part.SIZE;
    private int left;
    private long extra;
    private boolean untouched = true;

    @Override
    public boolean read(ByteBuf in, Consumer<ByteBuf> below) {
        while (in.isReadable()) {
            untouched = false;
            if (part == Part.DATA) {
                int there = Math.min(left, in.readableBytes());
                left -= there;
                below.accept(in.readRetainedSlice(there));
                if (left == 0) {
                    part = Part.DATA_END;
                }
                continue;
            }
            String line = scan.read(in);
            bound();
            if (line == null) {
                return false;
            }
            boolean whole = take(line, below);
            scan.next();
            if (whole) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean isUntouched() {
        return untouched;
    }

    private boolean take(String line, Consumer<ByteBuf> below) {
        switch (part) {
            case SIZE -> {
                left = size(line);
                if (left == 0) {
                    part = Part.TRAILERS;
                } else {
                    below.accept(line(Integer.toHexString(left)));
                    part = Part.DATA;
                }
            }
            case DATA_END -> {
                below.accept(line(""));
                part = Part.SIZE;
            }
            case TRAILERS -> {
                if (line.isEmpty()) {
                    below.accept(line("0\r\n"));
                    return true;
                }
                Field.parse(line);
                extra += line.length();
            }
            case DATA -> throw new IllegalStateException("data has no lines");
        }
        return false;
    }

    private void bound() {
        boolean tooLong = switch (part) {
            case SIZE -> scan.length() > LONGEST_LINE;
            case DATA_END -> scan.length() > 0;
            case TRAILERS, DATA -> extra + scan.length() > MOST_EXTRA_BYTES;
        };
        if (!tooLong) {
            return;
        }
        if (part == Part.TRAILERS) {
            throw Rejection.of(
                            ErrorCode.HEADERS_TOO_LARGE,
                            "The trailers are more than the store reads: " + (MOST_EXTRA_BYTES >> 10) + " KiB.")
                    .asException();
        }
        throw Malformed.because(
                part == Part.SIZE ? "has a chunk whose first line is too long" : "has a chunk longer than its size");
    }

    private int size(String line) {
        var shape = SIZE.matcher(line);
        if (!shape.matches()) {
            throw Malformed.because("has a chunk without a size in hexadecimal digits");
        }
        String digits = shape.group(1);
        extra += line.length() - digits.length();
        if (extra > MOST_EXTRA_BYTES) {
            throw Malformed.because("has more chunk extensions than the store reads");
        }
        int first = 0;
        while (first < digits.length() - 1 && digits.charAt(first) == '0') {
            first++;
        }
        if (digits.length() - first > MOST_DIGITS) {
            throw Rejection.of(ErrorCode.BODY_TOO_LARGE, "A body has at most 1 MiB, an image 5 MiB.")
                    .asException();
        }
        return Integer.parseInt(digits.substring(first), 16);
    }

    private static ByteBuf line(String text) {
        return Unpooled.copiedBuffer(text + "\r\n", StandardCharsets.US_ASCII);
    }
}
