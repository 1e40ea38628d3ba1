package ai.jiga.store.user.model;

import ai.jiga.store.kernel.UserId;
import ai.jiga.store.text.TextKey;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A user, as kept.
///
/// @param email an [EmailAddress]; stored encrypted. Null for a user of another issuer whose token has none
/// @param passwordHash Argon2id, in PHC string format; stored encrypted. Null for a user of another issuer
/// @param signInEpoch sign-ins of an earlier one are over
/// @param version of the profile, from 1
/// @param origin null for an account of our own. One from elsewhere guards no address and has no password,
/// so that nobody becomes somebody else by an address
/// @param signedOutAt what another issuer said of the user until then counts no more; null: never signed out
/// everywhere
/// @param emailVerifiedAt when the user showed that letters to the address reach them; null: not yet
/// @param suspension why nobody gets in as this user, or null
public record User(
        UserId id,
        @Nullable String email,
        @Nullable String passwordHash,
        Profile profile,
        long signInEpoch,
        long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Origin origin,
        @Nullable Instant signedOutAt,
        @Nullable Instant emailVerifiedAt,
        @Nullable Suspension suspension) {
    public static User registered(UserId id, EmailAddress email, String passwordHash, Profile profile, Instant now) {
        return new User(id, email.value(), passwordHash, profile, 1, 1, now, now, null, null, null, null);
    }

    /// Somebody for whom another issuer vouches.
    public static User from(Origin origin, UserId id, @Nullable EmailAddress email, Profile profile, Instant now) {
        return new User(
                id, email == null ? null : email.value(), null, profile, 1, 1, now, now, origin, null, null, null);
    }

    /// A studio's player who has an account of their own from now on. Whatever the studio made for them until now is
    /// over.
    public User claimed(EmailAddress address, String hash, Instant now) {
        var next = new Next(this);
        next.email = address.value();
        next.passwordHash = hash;
        next.signInEpoch++;
        next.version++;
        next.updatedAt = now;
        next.origin = null;
        next.emailVerifiedAt = null;
        return next.user();
    }

    public User withProfile(Profile changed, Instant now) {
        var next = new Next(this);
        next.profile = changed;
        next.version++;
        next.updatedAt = now;
        return next.user();
    }

    /// The same address under another spelling.
    public User withEmail(EmailAddress address) {
        var next = new Next(this);
        next.email = address.value();
        return next.user();
    }

    /// The same password under other parameters.
    public User rehashed(String hash) {
        var next = new Next(this);
        next.passwordHash = hash;
        return next.user();
    }

    /// Another password: whoever signed in with the old one is signed out.
    public User withPassword(String hash, Instant now) {
        return rehashed(hash).signedOutEverywhere(now);
    }

    /// Its access tokens end with the [Revocation] that is written beside it.
    public User signedOutEverywhere(Instant now) {
        var next = new Next(this);
        next.signInEpoch++;
        next.signedOutAt = now;
        return next.user();
    }

    public User withVerifiedEmail(Instant now) {
        var next = new Next(this);
        next.emailVerifiedAt = now;
        return next.user();
    }

    /// @param changed null: nothing keeps the user out any more
    public User withSuspension(@Nullable Suspension changed) {
        var next = new Next(this);
        next.suspension = changed;
        return next.user();
    }

    public boolean isSuspended(Instant now) {
        return suspension != null && suspension.isInForce(now);
    }

    /// By which the user is found.
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public String nameKey() {
        return TextKey.of(profile.displayName());
    }

    @Override
    public String toString() {
        return "User[" + id + "]";
    }

    /// The user as it will be, while it is put together: of a dozen members each change names its own.
    private static final class Next {
        private final UserId id;
        private final Instant createdAt;
        private @Nullable String email;
        private @Nullable String passwordHash;
        private Profile profile;
        private long signInEpoch;
        private long version;
        private Instant updatedAt;
        private @Nullable Origin origin;
        private @Nullable Instant signedOutAt;
        private @Nullable Instant emailVerifiedAt;
        private @Nullable Suspension suspension;

        Next(User of) {
            id = of.id;
            createdAt = of.createdAt;
            email = of.email;
            passwordHash = of.passwordHash;
            profile = of.profile;
            signInEpoch = of.signInEpoch;
            version = of.version;
            updatedAt = of.updatedAt;
            origin = of.origin;
            signedOutAt = of.signedOutAt;
            emailVerifiedAt = of.emailVerifiedAt;
            suspension = of.suspension;
        }

        User user() {
            return new User(
                    id,
                    email,
                    passwordHash,
                    profile,
                    signInEpoch,
                    version,
                    createdAt,
                    updatedAt,
                    origin,
                    signedOutAt,
                    emailVerifiedAt,
                    suspension);
        }
    }
}
