package ai.jiga.store.gateway;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Text as RFC 8259, 8.1 and 8.2, wants it: UTF-8, no half of a surrogate pair, and no NUL, which
/// databases and logs each treat in their own way.
final class JsonText {
    private JsonText() {}

    /// @throws ai.jiga.store.kernel.RejectedException MALFORMED_REQUEST
    static void check(byte[] json) {
        String text = utf8(json, 0, json.length, "The body");
        int at = text.indexOf('\\');
        while (at >= 0 && at + 1 < text.length()) {
            if (text.charAt(at + 1) != 'u') {
                at = text.indexOf('\\', at + 2);
                continue;
            }
            int unit = unit(text, at);
            if (unit == 0 || isLow(unit)) {
                throw invalid(unit == 0 ? "a NUL character" : "half of a surrogate pair");
            }
            if (isHigh(unit)) {
                if (!isLow(unit(text, at + 6))) {
                    throw invalid("half of a surrogate pair");
                }
                at += 6;
            }
            at = text.indexOf('\\', at + 6);
        }
    }

    /// @throws ai.jiga.store.kernel.RejectedException MALFORMED_REQUEST unless it is UTF-8 without NUL
    static String utf8(byte[] bytes, int from, int length, String what) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, length))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw Rejection.of(ErrorCode.MALFORMED_REQUEST, what + " has a NUL character in it.")
                        .asException();
            }
            return text;
        } catch (CharacterCodingException e) {
            throw Rejection.of(ErrorCode.MALFORMED_REQUEST, what + " is not valid UTF-8.")
                    .asException();
        }
    }

    /// The UTF-16 unit of the escape that begins here, or -1: an escape that is broken is the parser's to
    /// refuse.
    private static int unit(String text, int at) {
        if (at + 6 > text.length() || text.charAt(at) != '\\' || text.charAt(at + 1) != 'u') {
            return -1;
        }
        int unit = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit * 16 + digit;
        }
        return unit;
    }

    private static boolean isHigh(int unit) {
        return unit >= 0xD800 && unit <= 0xDBFF;
    }

    private static boolean isLow(int unit) {
        return unit >= 0xDC00 && unit <= 0xDFFF;
    }

    private static RuntimeException invalid(String what) {
        return Rejection.of(ErrorCode.MALFORMED_REQUEST, "A text in the body has " + what + " in it.")
                .asException();
    }
}
