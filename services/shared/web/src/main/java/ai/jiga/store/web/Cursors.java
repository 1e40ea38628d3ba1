package ai.jiga.store.web;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Seals engine cursors for clients with HMAC-SHA256, bound to the question that they continue: a forged
/// cursor, or one of another question, is refused.
public final class Cursors {
    private static final int TAG_BYTES = 16;

    private final SecretKeySpec key;

    /// @param secret at least 16 bytes, the same on every node
    public Cursors(byte[] secret) {
        if (secret.length < 16) {
            throw new IllegalArgumentException("the cursor secret has at least 16 bytes");
        }
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    /// @param question what is being paged, with its filters, such as `transactions?type=hire of u1`
    public @Nullable String seal(@Nullable String token, String question) {
        if (token == null) {
            return null;
        }
        byte[] payload = token.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = ByteBuffer.allocate(TAG_BYTES + payload.length)
                .put(tag(payload, question))
                .put(payload)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /// @throws ai.jiga.store.kernel.RejectedException INVALID_CURSOR
    public @Nullable String open(@Nullable String cursor, String question) {
        if (cursor == null) {
            return null;
        }
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(cursor);
            if (sealed.length > TAG_BYTES) {
                byte[] payload = Arrays.copyOfRange(sealed, TAG_BYTES, sealed.length);
                if (MessageDigest.isEqual(Arrays.copyOf(sealed, TAG_BYTES), tag(payload, question))) {
                    return new String(payload, StandardCharsets.UTF_8);
                }
            }
        } catch (IllegalArgumentException e) {
            // Not base64: refused below like any other forgery.
        }
        throw Rejection.of(
                        ErrorCode.INVALID_CURSOR,
                        "This cursor does not belong to this question. Start again without one.")
                .asException();
    }

    private byte[] tag(byte[] payload, String question) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(question.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(payload), TAG_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }
}
