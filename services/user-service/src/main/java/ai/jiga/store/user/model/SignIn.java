package ai.jiga.store.user.model;

import ai.jiga.store.kernel.UserId;
import ai.jiga.store.security.Device;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One sign-in on one device: the family of all refresh tokens that came from it (RFC 9700, 4.14.2).
///
/// @param epoch the user's when it began; over when the user has a later one
/// @param end why it is over before its time, or null
/// @param device on which it began, or null for one of the time when devices had no name
/// @param client what the program said of itself with which it began; null where it said nothing, or before that was
/// kept
/// @param usedAt when it was last renewed; null before that
/// @param expiresAt over from then on, however often it was refreshed
public record SignIn(
        UserId userId,
        long epoch,
        Instant startedAt,
        @Nullable End end,
        @Nullable String device,
        @Nullable String client,
        @Nullable Instant usedAt,
        Instant expiresAt) {
    public static final Duration LONGEST = Duration.ofDays(90);
    private static final int LONGEST_CLIENT = 200;

    public enum End {
        SIGNED_OUT,
        /// A refresh token was presented that had been exchanged before: somebody has a copy.
        TOKEN_REUSED
    }

    public static SignIn of(User user, Device device, @Nullable String client, Instant now) {
        return new SignIn(
                user.id(), user.signInEpoch(), now, null, device.id(), readable(client), null, now.plus(LONGEST));
    }

    /// A program writes what it likes: of that, what can be shown.
    private static @Nullable String readable(@Nullable String client) {
        if (client == null) {
            return null;
        }
        String shown = client.replaceAll("[^ -~]", "").strip();
        return shown.isEmpty() ? null : shown.substring(0, Math.min(shown.length(), LONGEST_CLIENT));
    }

    public SignIn ended(End why) {
        return new SignIn(userId, epoch, startedAt, why, device, client, usedAt, expiresAt);
    }

    public SignIn used(Instant now) {
        return new SignIn(userId, epoch, startedAt, end, device, client, now, expiresAt);
    }

    public Instant lastUsedAt() {
        return usedAt == null ? startedAt : usedAt;
    }

    public boolean isOn(@Nullable Device other) {
        return device != null && other != null && device.equals(other.id());
    }

    /// False when either is not known.
    public boolean isOnAnotherThan(@Nullable Device other) {
        return device != null && other != null && !device.equals(other.id());
    }

    public boolean isOver(User user, Instant now) {
        return end != null || epoch != user.signInEpoch() || !now.isBefore(expiresAt);
    }
}
