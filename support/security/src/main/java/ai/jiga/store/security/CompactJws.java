package ai.jiga.store.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
            if (!isCanonical(text, jws)) {
                return Optional.empty();
            }
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

    /// Whether the text is spelled in the one way of RFC 7515, section 2. The library also takes white space around it,
    /// the other alphabet and stray bits at an end, so that one signature would have many spellings.
    private static boolean isCanonical(String text, JWSObject jws) {
        return text.equals(Stream.of(jws.getParsedParts())
                .map(part -> Base64URL.encode(part.decode()).toString())
                .collect(Collectors.joining(".")));
    }
}
