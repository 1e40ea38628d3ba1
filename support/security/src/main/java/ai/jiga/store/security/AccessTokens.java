package ai.jiga.store.security;

import ai.jiga.store.kernel.Admission;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Issues and checks the store's access tokens: JWTs after RFC 9068, signed with ES256, checked as RFC 8725 asks
/// (algorithm, key, type, issuer, audience and times are compared with what they must be, never taken from the token).
///
/// A checked token is remembered until it expires, so that a client's next requests cost a hash instead of a signature.
///
/// Thread-safe.
public final class AccessTokens implements TokenVerifier {
    public static final Duration LIFETIME = Duration.ofMinutes(15);

    static final String TYPE = "at+jwt";
    private static final String ROLE = "role";
    /// As OpenID Connect Front-Channel Logout 1.0 names it.
    private static final String SIGN_IN = "sid";

    private static final String EPOCH = "epoch";
    private static final Set<String> ROLES = Set.of("user", "admin");
    /// Ours have some 500 characters, and those of a player for whom a studio names what it pays for 3,000 at most.
    private static final int MAX_LENGTH = 4096;
    /// How far the clocks of two nodes may be apart. It never lengthens a token's life.
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);
    private static final int REMEMBERED = 10_000;

    private final SigningKeys keys;
    private final String issuer;
    private final String audience;
    private final InstantSource clock;
    private final VerifiedTokens verified = new VerifiedTokens(REMEMBERED);

    /// @param issuer the store's public address
    /// @param audience who the tokens are for, such as `jiga-store`
    public AccessTokens(SigningKeys keys, String issuer, String audience, InstantSource clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
    }

    /// A token good for [#LIFETIME].
    ///
    /// @param subject the user's id
    /// @param role `user` or `admin`
    /// @param signIn it is good for as long as this is: whoever takes it, asks
    public String issue(String subject, String role, Admission.SignedIn signIn, Instant now) {
        if (!ROLES.contains(role)) {
            throw new IllegalArgumentException("not a role: " + role);
        }
        // Whole seconds, as the claims have them.
        Instant issuedAt = now.truncatedTo(ChronoUnit.SECONDS);
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject(subject)
                .claim(ROLE, role)
                .claim(SIGN_IN, signIn.id())
                .claim(EPOCH, signIn.epoch())
                .issueTime(Date.from(issuedAt))
                .expirationTime(Date.from(issuedAt.plus(LIFETIME)))
                .jwtID(UUID.randomUUID().toString())
                .build();
        return CompactJws.sign(keys.newest(), TYPE, claims.toString());
    }

    /// A token for a player of a studio, good for [#LIFETIME].
    ///
    /// @param subject the player's id
    public String issueToPlayer(String subject, Admission.AsPlayer player, Instant now) {
        Instant issuedAt = now.truncatedTo(ChronoUnit.SECONDS);
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject(subject)
                .claim(ROLE, "user")
                .claim(PlayerClaims.NAME, PlayerClaims.of(player))
                .issueTime(Date.from(issuedAt))
                .expirationTime(Date.from(issuedAt.plus(LIFETIME)))
                .jwtID(UUID.randomUUID().toString())
                .build();
        return CompactJws.sign(keys.newest(), TYPE, claims.toString());
    }

    @Override
    public Optional<VerifiedToken> verify(String token) {
        if (token.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        String hash = OpaqueTokens.hash(token);
        Optional<VerifiedToken> known = verified.get(hash, now);
        if (known.isPresent()) {
            return known;
        }
        Optional<VerifiedToken> fresh = CompactJws.verify(token, TYPE, MAX_LENGTH, keys::find)
                .flatMap(AccessTokens::claims)
                .flatMap(claims -> check(claims, now));
        fresh.ifPresent(value -> verified.put(hash, value));
        return fresh;
    }

    private static Optional<JWTClaimsSet> claims(Payload payload) {
        try {
            return Optional.of(JWTClaimsSet.parse(JSONObjectUtils.parse(payload.toString())));
        } catch (ParseException | RuntimeException e) {
            // Signed by us, and no JWT: a receipt, for instance.
            return Optional.empty();
        }
    }

    private Optional<VerifiedToken> check(JWTClaimsSet claims, Instant now) {
        Date issuedAt = claims.getIssueTime();
        Date expiresAt = claims.getExpirationTime();
        String subject = claims.getSubject();
        boolean ours = issuer.equals(claims.getIssuer())
                && List.of(audience).equals(claims.getAudience())
                && subject != null
                && claims.getJWTID() != null
                && claims.getClaim(ROLE) instanceof String given
                && ROLES.contains(given);
        boolean inTime = issuedAt != null
                && expiresAt != null
                && now.isBefore(expiresAt.toInstant())
                && !issuedAt.toInstant().isAfter(now.plus(CLOCK_SKEW));
        return ours && inTime && claims.getClaim(ROLE) instanceof String role
                ? admission(claims).map(admission -> new VerifiedToken(subject, role, admission, expiresAt.toInstant()))
                : Optional.empty();
    }

    private static Optional<Admission> admission(JWTClaimsSet claims) {
        if (claims.getClaim(PlayerClaims.NAME) instanceof Map<?, ?> player) {
            return PlayerClaims.read(player);
        }
        return claims.getClaim(SIGN_IN) instanceof String signIn && claims.getClaim(EPOCH) instanceof Long epoch
                ? Optional.of(new Admission.SignedIn(signIn, epoch))
                : Optional.empty();
    }
}
