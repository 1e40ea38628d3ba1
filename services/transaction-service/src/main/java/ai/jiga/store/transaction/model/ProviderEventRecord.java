package ai.jiga.store.transaction.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The proof that a provider's event was taken in. Kept for ever.
///
/// @param attempt of the call that took it in, by which it knows its own record when its body runs again
public record ProviderEventRecord(
        ProviderEvent event,
        String effect,
        Instant receivedAt,
        @Nullable String attempt) {}
