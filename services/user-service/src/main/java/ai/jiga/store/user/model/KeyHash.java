package ai.jiga.store.user.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which key a text is of, kept under the text's hash.
///
/// @param expiresAt it may be deleted then; null while the text is good
public record KeyHash(String keyId, @Nullable Instant expiresAt) {}
