package ai.jiga.store.gateway;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.RejectedException;
import ai.jiga.store.kernel.Rejection;
import java.io.ByteArrayOutputStream;

/// What an address says once it is decoded must be text: no broken percent signs, no bytes that are not
/// UTF-8, no NUL.
public final class AddressText {
    private AddressText() {}

    /// @param target visible ASCII characters
    /// @throws RejectedException MALFORMED_REQUEST
    public static void check(String target) {
        if (target.indexOf('%') < 0) {
            return;
        }
        var bytes = new ByteArrayOutputStream(target.length());
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c != '%') {
                bytes.write(c);
                continue;
            }
            int high = i + 2 < target.length() ? Character.digit(target.charAt(i + 1), 16) : -1;
            int low = i + 2 < target.length() ? Character.digit(target.charAt(i + 2), 16) : -1;
            if (high < 0 || low < 0) {
                throw invalid("has a '%' that is not followed by two hexadecimal digits");
            }
            bytes.write(high * 16 + low);
            i += 2;
        }
        JsonText.utf8(bytes.toByteArray(), 0, bytes.size(), "The address");
    }

    /// @param why to follow "The address"
    public static RejectedException invalid(String why) {
        return Rejection.of(ErrorCode.MALFORMED_REQUEST, "The address " + why + ".")
                .asException();
    }
}
