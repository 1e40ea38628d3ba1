package ai.jiga.store.audit;

import ai.jiga.store.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That an operator did something, kept for ever.
///
/// @param act such as `dead-letter.drop`
/// @param subject what it was done to
/// @param reason in the operator's words, where one is asked for
/// @param before how it stood, in a word or two, such as `active`; null where nothing stood there
/// @param after how it stands since; null where nothing does
public record AuditEntry(
        Instant at,
        UserId who,
        String act,
        String subject,
        @Nullable String reason,
        @Nullable String before,
        @Nullable String after,
        @Nullable String requestId) {}
