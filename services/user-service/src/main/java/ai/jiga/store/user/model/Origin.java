package ai.jiga.store.user.model;

/// Where a user comes from who has no password here: who vouches for them, and under which name.
///
/// @param issuer as its tokens have it in `iss`
/// @param subject the issuer's own id of the user
/// @param emailVerified whether the issuer said that the address is the user's
public record Origin(String issuer, String subject, boolean emailVerified) {}
