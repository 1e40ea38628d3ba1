package ai.jiga.store.session.model;

import ai.jiga.store.kernel.SessionId;

/// The signed receipt of a session, kept for ever.
///
/// @param receipt compact JWS, verifiable with the store's JWK set alone
/// @param keyId of the key that signed it
public record Receipt(SessionId sessionId, String receipt, String keyId) {}
