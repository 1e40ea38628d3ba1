package ai.jiga.store.user.model;

import ai.jiga.store.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That an operator keeps a user out.
///
/// @param reason as the user is told
/// @param by whom
/// @param until when the user gets in again; null: until an operator says so
public record Suspension(
        String reason, UserId by, Instant at, @Nullable Instant until) {
    boolean isInForce(Instant now) {
        return until == null || now.isBefore(until);
    }
}
