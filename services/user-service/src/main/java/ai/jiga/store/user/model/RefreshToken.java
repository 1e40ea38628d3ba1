package ai.jiga.store.user.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A refresh token as it is kept, under the hash of its text. A spent one is kept until it would have expired, so that
/// its reuse is noticed.
///
/// @param signInId the family it belongs to
/// @param spentBy which call exchanged it, or null: a transaction that runs again finds its own
/// @param expiresAt refused from then on, and may be deleted
public record RefreshToken(String signInId, @Nullable String spentBy, Instant expiresAt) {
    public static final Duration LIFETIME = Duration.ofDays(30);

    public static RefreshToken of(String signInId, SignIn signIn, Instant now) {
        Instant idle = now.plus(LIFETIME);
        return new RefreshToken(signInId, null, idle.isBefore(signIn.expiresAt()) ? idle : signIn.expiresAt());
    }

    public RefreshToken spentBy(String call) {
        return new RefreshToken(signInId, call, expiresAt);
    }

    public boolean spent() {
        return spentBy != null;
    }
}
