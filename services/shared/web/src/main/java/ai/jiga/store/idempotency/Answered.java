package ai.jiga.store.idempotency;

import ai.jiga.store.kernel.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An outcome, and whether it is that of an earlier request.
///
/// @param requestId of the request that was answered first
/// @param at when it was
public record Answered<T>(
        Outcome<T> outcome, boolean replayed, @Nullable String requestId, Instant at) {}
