package ai.jiga.store.queue.cloudtasks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks that a call comes from the vendor's queue: a token of Google's for our account and our URL
/// ([OpenID Connect](https://openid.net/specs/openid-connect-core-1_0.html), by the rules of
/// [RFC 8725](https://www.rfc-editor.org/rfc/rfc8725)).
final class CallVerifier {
    static final String ISSUER = "https://accounts.google.com";

    private static final String SCHEME = "Bearer ";
    private static final int LONGEST = 8 << 10;
    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 2_000;
    private static final int KEYS_BYTES = 256 << 10;

    private final String account;
    private final DefaultJWTProcessor<SecurityContext> tokens = new DefaultJWTProcessor<>();

    CallVerifier(CloudTaskOptions options, InstantSource clock) {
        this.account = options.serviceAccount();
        try {
            var keys = JWKSourceBuilder.<SecurityContext>create(
                            options.keys().toURL(),
                            new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, KEYS_BYTES))
                    .retrying(true)
                    .build();
            // Google signs with RS256; ES256 is what it may move to. Nothing symmetric, and never none.
            tokens.setJWSKeySelector(
                    new JWSVerificationKeySelector<>(Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256), keys));
        } catch (MalformedURLException wrong) {
            throw new IllegalArgumentException("not the URL of keys: " + options.keys(), wrong);
        }
        tokens.setJWTClaimsSetVerifier(
                new DefaultJWTClaimsVerifier<SecurityContext>(
                        options.target().toString(),
                        new JWTClaimsSet.Builder().issuer(ISSUER).build(),
                        Set.of("exp", "iat", "email", "email_verified")) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                });
    }

    /// @param authorization the call's header, null when it has none
    /// @return why the call is refused, in words for a log and without the token; empty when it may pass
    /// @throws IllegalStateException when the issuer's keys cannot be had just now
    Optional<String> refusal(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(SCHEME) || authorization.length() > LONGEST) {
            return Optional.of("it carries no bearer token");
        }
        try {
            JWTClaimsSet claims = tokens.process(authorization.substring(SCHEME.length()), null);
            if (!Objects.equals(claims.getStringClaim("email"), account)
                    || !Boolean.TRUE.equals(claims.getBooleanClaim("email_verified"))) {
                return Optional.of("its token is of another account");
            }
            return Optional.empty();
        } catch (ParseException | BadJOSEException wrong) {
            return Optional.of("its token is not accepted: " + wrong.getMessage());
        } catch (JOSEException noKeys) {
            throw new IllegalStateException("the keys of " + ISSUER + " cannot be had", noKeys);
        }
    }
}
