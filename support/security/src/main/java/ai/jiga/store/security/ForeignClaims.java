package ai.jiga.store.security;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the claims of another issuer's token must be (RFC 8725, 3; OpenID Connect Core 1.0, 3.1.3.7;
/// Firebase's "Verify ID tokens using a third-party JWT library").
final class ForeignClaims {
    /// How far the issuer's clock may be before ours. It never lengthens a token's life.
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);
    private static final int LONGEST_SUBJECT = 255;
    /// What Firebase makes: 28 letters and digits. None of our own ids has this form (UUIDs and `x-` ids
    /// have hyphens, the platform's and the demo's are shorter), so that no token can name a user of ours.
    /// A uid that somebody chose through the Admin SDK has to keep to it too.
    private static final Pattern FIREBASE_UID = Pattern.compile("[A-Za-z0-9]{20,128}");

    private ForeignClaims() {}

    /// Empty unless everything is as it must be.
    static Optional<ForeignToken> check(JWTClaimsSet claims, Issuer issuer, Instant now) {
        String subject = claims.getSubject();
        Date issuedAt = claims.getIssueTime();
        Date expiresAt = claims.getExpirationTime();
        if (subject == null
                || subject.isBlank()
                || subject.length() > LONGEST_SUBJECT
                || issuedAt == null
                || expiresAt == null
                || !issuer.name().equals(claims.getIssuer())
                || !isFor(claims.getAudience(), issuer)
                || !isInTime(claims, issuedAt.toInstant(), expiresAt.toInstant(), issuer, now)) {
            return Optional.empty();
        }
        return userId(issuer, subject)
                .map(id -> new ForeignToken(
                        id,
                        issuer.name(),
                        subject,
                        text(claims, "email"),
                        Boolean.TRUE.equals(claims.getClaim("email_verified")),
                        text(claims, "name"),
                        issuedAt.toInstant(),
                        expiresAt.toInstant()));
    }

    private static boolean isFor(List<String> audience, Issuer issuer) {
        return switch (issuer) {
            case Issuer.Firebase firebase -> audience.equals(List.of(firebase.audience()));
            case Issuer.Oidc oidc -> audience.contains(oidc.audience());
        };
    }

    private static boolean isInTime(
            JWTClaimsSet claims, Instant issuedAt, Instant expiresAt, Issuer issuer, Instant now) {
        Date notBefore = claims.getNotBeforeTime();
        Object signedInAt = claims.getClaim("auth_time");
        boolean needsSignIn = issuer instanceof Issuer.Firebase;
        return now.isBefore(expiresAt)
                && hasCome(issuedAt, now)
                && (notBefore == null || hasCome(notBefore.toInstant(), now))
                && (signedInAt == null
                        ? !needsSignIn
                        : signedInAt instanceof Number seconds && hasCome(seconds.longValue(), now));
    }

    private static boolean hasCome(Instant time, Instant now) {
        return !time.isAfter(now.plus(CLOCK_SKEW));
    }

    private static boolean hasCome(long seconds, Instant now) {
        return seconds >= 0 && seconds <= now.plus(CLOCK_SKEW).getEpochSecond();
    }

    private static Optional<String> userId(Issuer issuer, String subject) {
        return switch (issuer) {
            case Issuer.Firebase firebase ->
                Optional.of(subject).filter(uid -> FIREBASE_UID.matcher(uid).matches());
            // No issuer's name holds a blank, so two pairs never make one text.
            case Issuer.Oidc oidc -> Optional.of("x-" + OpaqueTokens.hash(oidc.name() + " " + subject));
        };
    }

    private static @Nullable String text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text ? text : null;
    }
}
