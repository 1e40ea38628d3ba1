package ai.jiga.store.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks the tokens of the accepted issuers as RFC 8725 asks: by RS256 or ES256, with a key that the
/// issuer publishes under the token's `kid`, for our audience, in time. What the token says about its own
/// algorithm and keys decides nothing.
///
/// Thread-safe. Closed, it fetches no more keys.
public final class ForeignTokens implements AutoCloseable {
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    /// ID tokens say nothing or `JWT`; access tokens say `at+jwt` (RFC 9068).
    private static final Set<@Nullable JOSEObjectType> TYPES =
            Set.of(JOSEObjectType.JWT, new JOSEObjectType(AccessTokens.TYPE));
    /// Firebase's have some 1,000 characters, more with claims of one's own.
    private static final int MAX_LENGTH = 8192;

    private final Map<String, Source> byName;
    private final InstantSource clock;

    /// @param keys null where tokens carry no signature: the emulator's
    private record Source(Issuer issuer, @Nullable PublishedKeys keys) {}

    private ForeignTokens(Map<String, Source> byName, InstantSource clock) {
        this.byName = byName;
        this.clock = clock;
    }

    /// Begins to fetch keys, and does not wait for them.
    ///
    /// @throws IllegalArgumentException with all problems when the issuers have any
    public static ForeignTokens of(Issuers issuers, InstantSource clock) {
        ForeignTokens tokens = of(issuers, clock, new KeyDownloads(Issuer.Firebase.KEYS));
        tokens.keys().forEach(PublishedKeys::keepFresh);
        return tokens;
    }

    /// Fetches keys when they are needed, and never by itself.
    static ForeignTokens of(Issuers issuers, InstantSource clock, KeyDownloads downloads) {
        if (!issuers.problems().isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", issuers.problems()));
        }
        var sources = new LinkedHashMap<String, Source>();
        for (Issuer issuer : issuers.accepted()) {
            boolean unsigned =
                    issuer instanceof Issuer.Firebase && issuers.emulator().isPresent();
            PublishedKeys keys = unsigned ? null : new PublishedKeys(issuer.name(), downloads.of(issuer), clock);
            sources.put(issuer.name(), new Source(issuer, keys));
        }
        return new ForeignTokens(sources, clock);
    }

    /// Empty for anything but a token of an accepted issuer that is valid now. Never throws for what a
    /// stranger may send. Waits for the issuer's keys, some seconds at most, when they are not here or a
    /// token names a new one; that is once a minute at most, however many such tokens come.
    public Optional<ForeignToken> verify(String token) {
        if (byName.isEmpty() || token.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            JWT jwt = JWTParser.parse(token);
            // Read before it is checked, to know against whose keys; then compared with what that issuer's must be.
            Source source = byName.get(jwt.getJWTClaimsSet().getIssuer());
            if (source == null) {
                return Optional.empty();
            }
            return claims(jwt, source).flatMap(claims -> ForeignClaims.check(claims, source.issuer(), clock.instant()));
        } catch (ParseException | BadJOSEException | JOSEException | RuntimeException e) {
            // A stranger wrote it: whatever a parser thinks of it, it is no token.
            return Optional.empty();
        }
    }

    /// What is wrong with the keys of the accepted issuers, in words without secrets; empty when all are
    /// here.
    public List<String> troubles() {
        var troubles = new ArrayList<String>();
        keys().forEach(keys -> keys.trouble().ifPresent(troubles::add));
        return troubles;
    }

    private static Optional<JWTClaimsSet> claims(JWT jwt, Source source)
            throws ParseException, BadJOSEException, JOSEException {
        PublishedKeys keys = source.keys();
        if (keys == null) {
            return jwt instanceof PlainJWT plain ? Optional.of(plain.getJWTClaimsSet()) : Optional.empty();
        }
        if (!(jwt instanceof SignedJWT signed) || signed.getHeader().getKeyID() == null) {
            return Optional.empty();
        }
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(withNone()));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        // Ours are stricter, and know the time from our clock.
        processor.setJWTClaimsSetVerifier(null);
        return Optional.of(processor.process(signed, null));
    }

    private static Set<@Nullable JOSEObjectType> withNone() {
        var types = new java.util.HashSet<@Nullable JOSEObjectType>(TYPES);
        types.add(null);
        return types;
    }

    private List<PublishedKeys> keys() {
        var all = new ArrayList<PublishedKeys>();
        for (Source source : byName.values()) {
            if (source.keys() != null) {
                all.add(source.keys());
            }
        }
        return all;
    }

    @Override
    public void close() {
        keys().forEach(PublishedKeys::close);
    }
}
