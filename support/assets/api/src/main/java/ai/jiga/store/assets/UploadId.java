package ai.jiga.store.assets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Where one upload waits until it is judged: 32 hexadecimal digits, a plain word.
public record UploadId(String value) {
    private static final Pattern TEXT = Pattern.compile("[0-9a-f]{32}");
    private static final int BYTES = 16;

    public UploadId {
        if (!TEXT.matcher(value).matches()) {
            throw new IllegalArgumentException("not the id of an upload: " + value);
        }
    }

    /// The place of an upload for one purpose: what was uploaded for one thing cannot be claimed for
    /// another, without anybody keeping a list.
    ///
    /// @param purpose what it is for, such as an agent's id
    /// @param nonce what the client names it by
    public static UploadId of(String purpose, String nonce) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(purpose.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            byte[] hash = digest.digest(nonce.getBytes(StandardCharsets.UTF_8));
            return new UploadId(HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
