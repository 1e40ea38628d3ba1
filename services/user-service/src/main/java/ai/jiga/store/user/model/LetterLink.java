package ai.jiga.store.user.model;

import ai.jiga.store.kernel.UserId;
import java.time.Duration;
import java.time.Instant;

/// What a link in a letter opens, as it is kept under the hash of its text. Good once, and not for long.
///
/// @param email that it was written to; stored encrypted
/// @param epoch the user's when it was written: another password since then ends it
public record LetterLink(UserId userId, LetterKind kind, String email, long epoch, Instant expiresAt) {
    private static final Duration TO_RESET = Duration.ofHours(1);
    private static final Duration TO_VERIFY = Duration.ofDays(3);

    public static LetterLink of(User user, String email, LetterKind kind, Instant now) {
        Duration lifetime = kind == LetterKind.RESET_PASSWORD ? TO_RESET : TO_VERIFY;
        return new LetterLink(user.id(), kind, email, user.signInEpoch(), now.plus(lifetime));
    }

    /// Whether it still opens what it was written for.
    public boolean isGood(User user, Instant now) {
        return now.isBefore(expiresAt)
                && email.equals(user.email())
                && (kind == LetterKind.VERIFY_ADDRESS || epoch == user.signInEpoch());
    }

    @Override
    public String toString() {
        return "LetterLink[" + kind + " of " + userId + "]";
    }
}
