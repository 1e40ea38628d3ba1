package ai.jiga.store.gateway.operations;

import ai.jiga.store.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That an operator did something, kept for ever.
///
/// @param act such as `dead-letter.drop`
/// @param subject what it was done to
public record AuditEntry(
        Instant at,
        UserId who,
        String act,
        String subject,
        @Nullable String requestId) {}
