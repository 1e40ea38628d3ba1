package ai.jiga.store.user.model;

import ai.jiga.store.kernel.UserId;
import java.time.Instant;

/// A user, as kept.
///
/// @param email an [EmailAddress]; stored encrypted
/// @param passwordHash Argon2id, in PHC string format; stored encrypted
/// @param signInEpoch sign-ins of an earlier one are over
/// @param version of the profile, from 1
public record User(
        UserId id,
        String email,
        String passwordHash,
        Profile profile,
        long signInEpoch,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    public static User registered(UserId id, EmailAddress email, String passwordHash, Profile profile, Instant now) {
        return new User(id, email.value(), passwordHash, profile, 1, 1, now, now);
    }

    public User withProfile(Profile changed, Instant now) {
        return new User(id, email, passwordHash, changed, signInEpoch, version + 1, createdAt, now);
    }

    /// The same password under other parameters.
    public User rehashed(String hash) {
        return new User(id, email, hash, profile, signInEpoch, version, createdAt, updatedAt);
    }

    /// Another password: whoever signed in with the old one is signed out.
    public User withPassword(String hash) {
        return rehashed(hash).signedOutEverywhere();
    }

    public User signedOutEverywhere() {
        return new User(id, email, passwordHash, profile, signInEpoch + 1, version, createdAt, updatedAt);
    }

    @Override
    public String toString() {
        return "User[" + id + "]";
    }
}
