package ai.jiga.store.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import java.util.Optional;
import java.util.function.Function;

/// One way to sign and one way to check, for everything that carries a signature of ours (RFC 7515, RFC 8725).
final class CompactJws {
    private CompactJws() {}

    static String sign(ECKey key, String type, String payload) {
        var header = new JWSHeader.Builder(SigningKeys.ALGORITHM)
                .keyID(key.getKeyID())
                .type(new JOSEObjectType(type))
                .build();
        var jws = new JWSObject(header, new Payload(payload));
        try {
            jws.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("a key of ours cannot sign", e);
        }
        return jws.serialize();
    }

    /// The payload, if the text is a compact JWS of this type, by ES256, with a known key. The header's own keys and
    /// addresses (`jwk`, `jku`, `x5u`) are never looked at. Never throws.
    ///
    /// @param maxLength longer texts are not read at all
    static Optional<Payload> verify(String text, String type, int maxLength, Function<String, Optional<ECKey>> keys) {
        if (text.length() > maxLength) {
            return Optional.empty();
        }
        try {
            JWSObject jws = JWSObject.parse(text);
            JWSHeader header = jws.getHeader();
            boolean wellFormed = SigningKeys.ALGORITHM.equals(header.getAlgorithm())
                    && header.getKeyID() != null
                    && header.getType() != null
                    && header.getType().getType().equalsIgnoreCase(type);
            if (!wellFormed) {
                return Optional.empty();
            }
            Optional<ECKey> key = keys.apply(header.getKeyID());
            return key.isPresent() && jws.verify(new ECDSAVerifier(key.get()))
                    ? Optional.of(jws.getPayload())
                    : Optional.empty();
        } catch (ParseException | JOSEException | RuntimeException e) {
            // A stranger wrote it: whatever a parser thinks of it, it is not ours.
            return Optional.empty();
        }
    }
}
