package ai.jiga.store.security;

import java.time.Instant;
import java.util.Optional;

/// Checks access tokens as RFC 8725 asks: a fixed list of algorithms, issuer, audience, type and expiry.
public interface TokenVerifier {
    /// Empty for anything but a token of ours that is valid now. Never throws for what a stranger may send.
    Optional<VerifiedToken> verify(String token);

    /// @param subject the user's id
    /// @param role `user` or `admin`
    record VerifiedToken(String subject, String role, Instant expiresAt) {}
}
