package ai.jiga.store.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an accepted issuer says about somebody, checked.
///
/// @param userId the user's id here: Firebase's own, or one that only this issuer and subject have
/// @param issuer `iss`
/// @param subject `sub`
/// @param email as the issuer has it, of any form
/// @param emailVerified whether the issuer says that the address is theirs
/// @param displayName of any form
/// @param issuedAt in whole seconds
public record ForeignToken(
        String userId,
        String issuer,
        String subject,
        @Nullable String email,
        boolean emailVerified,
        @Nullable String displayName,
        Instant issuedAt,
        Instant expiresAt) {
    @Override
    public String toString() {
        return "ForeignToken[" + userId + "]";
    }
}
