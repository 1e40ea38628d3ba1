package ai.jiga.store.user.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// From whose pages a publishable key may come, kept under the key's id: every process knows all of them.
///
/// @param expiresAt when the key ends; null: never
public record KeyOrigins(
        List<String> origins, Instant at, @Nullable Instant expiresAt) {}
