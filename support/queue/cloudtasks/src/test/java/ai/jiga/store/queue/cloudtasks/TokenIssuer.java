package ai.jiga.store.queue.cloudtasks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/// Stands in for Google's issuer, with a key of its own.
final class TokenIssuer {
    private final ECKey key;

    TokenIssuer() {
        try {
            key = new ECKeyGenerator(Curve.P_256).keyID("stub").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    ECKey key() {
        return key;
    }

    String publicKeys() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    /// What Google says of a service account.
    static JWTClaimsSet claims(String audience, String account, Instant now) {
        return new JWTClaimsSet.Builder()
                .issuer(CallVerifier.ISSUER)
                .audience(audience)
                .subject("1234567890")
                .claim("email", account)
                .claim("email_verified", true)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofHours(1))))
                .build();
    }

    String token(JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("stub").build(), claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
