package ai.jiga.store.security;

import ai.jiga.store.kernel.Admission;
import java.time.Instant;
import java.util.Optional;

/// Checks access tokens as RFC 8725 asks: a fixed list of algorithms, issuer, audience, type and expiry.
public interface TokenVerifier {
    /// Empty for anything but a token that is valid now. Never throws for what a stranger may send. May
    /// wait, for the keys of another issuer or for an account that its user's first token opens.
    Optional<VerifiedToken> verify(String token);

    /// The same without waiting, for a thread that must not: empty, too, for a token about which there
    /// would be something to wait for.
    default Optional<VerifiedToken> verifyAtOnce(String token) {
        return verify(token);
    }

    /// @param subject the user's id
    /// @param role `user` or `admin`
    /// @param admission by what its bearer was let in
    record VerifiedToken(String subject, String role, Admission admission, Instant expiresAt) {}
}
