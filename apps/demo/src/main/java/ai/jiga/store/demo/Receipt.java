package ai.jiga.store.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;

/// A receipt: a compact JWS (RFC 7515) signed with ES256 (RFC 7518, section 3.4), checked with nothing but the JDK and
/// the store's public keys (RFC 7517).
record Receipt(String keyId, JsonNode claims) {
    /// @throws DemoStopped if it is not what it claims to be
    static Receipt verify(ObjectMapper json, String compact, JsonNode keySet) {
        var parts = compact.split("\\.", -1);
        if (parts.length != 3) {
            throw DemoStopped.failed("The receipt is not a compact JWS.");
        }
        try {
            var header = json.readTree(decoded(parts[0]));
            if (!"ES256".equals(header.path("alg").asText())) {
                throw DemoStopped.failed(
                        "The receipt is signed with '" + header.path("alg").asText() + "', not ES256.");
            }
            var keyId = header.path("kid").asText();
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initVerify(key(keySet, keyId));
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            if (!signature.verify(decoded(parts[2]))) {
                throw DemoStopped.failed("The receipt's signature is not the store's.");
            }
            return new Receipt(keyId, json.readTree(decoded(parts[1])));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw DemoStopped.failed("The receipt cannot be checked: " + e.getMessage());
        }
    }

    private static PublicKey key(JsonNode keySet, String keyId) throws GeneralSecurityException {
        for (var key : keySet.path("keys")) {
            if (keyId.equals(key.path("kid").asText())
                    && "EC".equals(key.path("kty").asText())
                    && "P-256".equals(key.path("crv").asText())) {
                var parameters = AlgorithmParameters.getInstance("EC");
                parameters.init(new ECGenParameterSpec("secp256r1"));
                var point = new ECPoint(
                        new BigInteger(1, decoded(key.path("x").asText())),
                        new BigInteger(1, decoded(key.path("y").asText())));
                return KeyFactory.getInstance("EC")
                        .generatePublic(new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class)));
            }
        }
        throw DemoStopped.failed("The receipt's key '" + keyId + "' is not among the store's public keys.");
    }

    private static byte[] decoded(String base64Url) {
        return Base64.getUrlDecoder().decode(base64Url);
    }

    String sessionId() {
        return claims.path("sessionId").asText(claims.path("sub").asText());
    }

    long consumed() {
        var consumed = claims.findValue("consumed");
        if (consumed == null || !consumed.isIntegralNumber()) {
            throw DemoStopped.failed("The receipt does not say what was consumed.");
        }
        return consumed.longValue();
    }
}
