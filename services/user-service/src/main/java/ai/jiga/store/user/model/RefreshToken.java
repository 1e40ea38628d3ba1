package ai.jiga.store.user.model;

import ai.jiga.store.security.OpaqueTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A refresh token as it is kept, under the hash of its text. A spent one is kept until it would have expired, so that
/// its reuse is noticed.
///
/// @param signInId the family it belongs to
/// @param spentBy which call exchanged it, or null: a transaction that runs again finds its own
/// @param spentAt when, or null: not yet, or at a time when that was not kept
/// @param salt of its successor: with the token's text, it makes that one's. Stored encrypted; null as is `spentAt`
/// @param expiresAt refused from then on, and may be deleted
public record RefreshToken(
        String signInId,
        @Nullable String spentBy,
        @Nullable Instant spentAt,
        @Nullable String salt,
        Instant expiresAt) {
    public static final Duration LIFETIME = Duration.ofDays(30);

    /// For so long the device that spent it gets the same successor again: tabs that refresh at once, and a client that
    /// did not hear the answer.
    public static final Duration GIVEN_AGAIN = Duration.ofSeconds(30);

    public static RefreshToken of(String signInId, SignIn signIn, Instant now) {
        Instant idle = now.plus(LIFETIME);
        return new RefreshToken(
                signInId, null, null, null, idle.isBefore(signIn.expiresAt()) ? idle : signIn.expiresAt());
    }

    public RefreshToken spentBy(String call, Instant now, String salted) {
        return new RefreshToken(signInId, call, now, salted, expiresAt);
    }

    public boolean isSpent() {
        return spentBy != null;
    }

    public boolean wasSpentBy(String call) {
        return call.equals(spentBy);
    }

    public boolean isGivenAgain(Instant now) {
        return spentAt != null && now.isBefore(spentAt.plus(GIVEN_AGAIN));
    }

    /// The token that it was exchanged for. Empty until it was, and for one of the time when that was not kept.
    ///
    /// @param text this token's own
    public Optional<String> successor(String text) {
        return Optional.ofNullable(salt).map(salted -> OpaqueTokens.after(text, salted));
    }
}
