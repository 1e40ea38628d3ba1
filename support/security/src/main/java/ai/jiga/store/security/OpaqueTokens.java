package ai.jiga.store.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Tokens that mean nothing by themselves: 256 random bits, known to the store by their hash alone. A plain SHA-256 is
/// enough for them, because nobody can guess what has 256 bits to begin with.
///
/// Thread-safe.
public final class OpaqueTokens {
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    /// A new token: 43 characters of `A-Za-z0-9_-`, so that it may stand in a URL.
    public String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// The token that comes after another one: the same for whoever has both that one and the salt, and a secret to
    /// everybody else (HMAC-SHA256, keyed by the token).
    ///
    /// @param token not empty
    /// @param salt from [#next]
    public static String after(String token, String salt) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] bytes = mac.doFinal(salt.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }

    /// What is stored instead of the token: its SHA-256 in 64 hexadecimal digits. Takes any text.
    public static String hash(String token) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
