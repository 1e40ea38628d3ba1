package ai.jiga.store.demo;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;

/// Signs receipts as the store does, with a key pair of its own.
final class ReceiptSigner {
    private final KeyPair keys;

    ReceiptSigner() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String sign(String sessionId, long consumed) {
        var head = encoded("{\"alg\":\"ES256\",\"kid\":\"k1\"}");
        var claims = encoded("{\"sessionId\":\"" + sessionId + "\",\"consumed\":" + consumed + "}");
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(keys.getPrivate());
            signature.update((head + "." + claims).getBytes(StandardCharsets.US_ASCII));
            return head + "." + claims + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// As RFC 7517 has it.
    Map<String, Object> publicKey() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        return Map.of(
                "kty",
                "EC",
                "crv",
                "P-256",
                "kid",
                "k1",
                "x",
                encoded(bytes(point.getAffineX())),
                "y",
                encoded(bytes(point.getAffineY())));
    }

    /// 32 bytes, whatever the number's own length (RFC 7518, section 6.2.1.2).
    private static byte[] bytes(BigInteger coordinate) {
        var raw = coordinate.toByteArray();
        var bytes = new byte[32];
        var from = Math.max(0, raw.length - 32);
        System.arraycopy(raw, from, bytes, 32 - (raw.length - from), raw.length - from);
        return bytes;
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
