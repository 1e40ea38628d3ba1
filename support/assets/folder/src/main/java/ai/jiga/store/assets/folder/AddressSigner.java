package ai.jiga.store.assets.folder;

import ai.jiga.store.assets.UploadDoor.Pass;
import ai.jiga.store.assets.UploadId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs what an address allows (HMAC-SHA-256), so that the store need not remember whom it invited.
final class AddressSigner {
    private static final int LEAST_KEY = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /// @param key at least 32 bytes
    AddressSigner(byte[] key) {
        if (key.length < LEAST_KEY) {
            throw new IllegalArgumentException("the key of uploads needs " + LEAST_KEY + " bytes");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    String sign(UploadId id, long length, String contentType, long until) {
        // The free text last: no two passes write the same lines.
        String text = "jiga-upload\n" + id + "\n" + length + "\n" + until + "\n" + contentType;
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
        }
    }

    /// Texts are compared, not what they decode to: a signature has one spelling.
    boolean signed(Pass pass) {
        String right = sign(pass.id(), pass.length(), pass.contentType(), pass.until());
        return MessageDigest.isEqual(
                right.getBytes(StandardCharsets.UTF_8), pass.signature().getBytes(StandardCharsets.UTF_8));
    }
}
