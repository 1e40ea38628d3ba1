package ai.jiga.store.idempotency;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/// The proof of an effect that came without a key, written with it. Only the call itself ever looks for it, when its
/// body runs again, so it is of no use after some minutes.
record Attempt(JsonNode answer, Instant expiresAt) {}
