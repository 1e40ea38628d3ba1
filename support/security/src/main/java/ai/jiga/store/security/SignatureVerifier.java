package ai.jiga.store.security;

import com.nimbusds.jose.Payload;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;

/// Checks what a [Signer] signed, with the published JWK set alone.
///
/// Thread-safe.
public final class SignatureVerifier {
    private static final int MAX_LENGTH = 1 << 20;

    private final JWKSet keys;

    /// @param jwks a JWK set as [SigningKeys#jwks] gives it, or as read from JSON
    /// @throws IllegalArgumentException when it is none
    public SignatureVerifier(Map<String, Object> jwks) {
        try {
            this.keys = JWKSet.parse(jwks);
        } catch (ParseException e) {
            throw new IllegalArgumentException("not a JWK set", e);
        }
    }

    /// The JSON text that was signed, if it was, with this type, by a key of the set. Takes any text.
    public Optional<String> verify(String type, String jws) {
        return CompactJws.verify(jws, type, MAX_LENGTH, this::find).map(Payload::toString);
    }

    private Optional<ECKey> find(String keyId) {
        JWK key = keys.getKeyByKeyId(keyId);
        return key instanceof ECKey ec ? Optional.of(ec) : Optional.empty();
    }
}
