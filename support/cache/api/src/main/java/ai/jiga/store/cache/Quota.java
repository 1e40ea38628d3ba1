package ai.jiga.store.cache;

/// What is left to a client.
///
/// @param allowed whether the token was there
/// @param remaining tokens, after this one
/// @param seconds until the quota is whole again; 1 at least
public record Quota(boolean allowed, long remaining, long seconds) {}
