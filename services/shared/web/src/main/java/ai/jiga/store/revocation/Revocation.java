package ai.jiga.store.revocation;

import ai.jiga.store.kernel.Admission;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.security.AccessTokens;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That a sign-in is over, or all of a user's, as it is kept until every token of theirs has ended by itself.
///
/// @param signIn the one, or the key, that is over; null: all of the user's
/// @param epoch of all of a user's: those that began in an earlier one; of a key: what an earlier revision opened
/// @param at what another issuer's token said of the user until then counts no more
/// @param expiresAt nobody needs to know any more, and it may be deleted
public record Revocation(UserId user, @Nullable String signIn, long epoch, Instant at, Instant expiresAt) {
    /// An access token's life, and how far the clock of whoever made the last one may be before ours.
    static final Duration KEPT = AccessTokens.LIFETIME.plusMinutes(1);

    private static final long GONE = Long.MAX_VALUE;

    /// Of one sign-in.
    public static Revocation of(UserId user, String signIn, Instant now) {
        return new Revocation(user, signIn, 0, now, now.plus(KEPT));
    }

    /// Of all that a user had until now.
    ///
    /// @param epoch the user's from now on
    public static Revocation ofAll(UserId user, long epoch, Instant now) {
        return new Revocation(user, null, epoch, now, now.plus(KEPT));
    }

    /// Of what a key opened before it was changed.
    ///
    /// @param revision the key's from now on
    public static Revocation ofKey(UserId user, String keyId, long revision, Instant now) {
        return new Revocation(user, idOfKey(keyId), revision, now, now.plus(KEPT));
    }

    /// Of a key that is gone, and of the players' tokens that it made.
    public static Revocation ofKeyThatIsGone(UserId user, String keyId, Instant now) {
        return ofKey(user, keyId, GONE, now);
    }

    boolean covers(Admission admission) {
        return switch (admission) {
            case Admission.SignedIn(String id, long began) -> signIn == null ? began < epoch : id.equals(signIn);
            case Admission.VouchedFor(Instant issuedAt) -> signIn == null && !issuedAt.isAfter(at);
            case Admission.ByKey key -> isOf(key.keyId()) && key.revision() < epoch;
            case Admission.AsPlayer player ->
                signIn == null ? player.epoch() < epoch : isOf(player.keyId()) && player.revision() < epoch;
        };
    }

    private boolean isOf(String keyId) {
        return idOfKey(keyId).equals(signIn);
    }

    String documentId() {
        return signIn == null ? idOfAll(user) : signIn;
    }

    /// No sign-in's id has this form.
    static String idOfKey(String keyId) {
        return "key-" + keyId;
    }

    /// No sign-in's id has this form.
    static String idOfAll(UserId user) {
        return "user-" + user.value();
    }
}
