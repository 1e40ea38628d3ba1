package ai.jiga.store.user.usecase;

import ai.jiga.store.cache.Cache;
import ai.jiga.store.cache.CacheDefinition;
import ai.jiga.store.cache.CacheEngine;
import ai.jiga.store.contracts.user.UserUpdated;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Reader;
import ai.jiga.store.kernel.Caller.Role;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.user.model.Operator;
import ai.jiga.store.user.model.Profile;
import ai.jiga.store.user.model.User;
import ai.jiga.store.user.model.UserCollections;
import ai.jiga.store.web.IfMatch;
import ai.jiga.store.web.Versioned;
import ai.jiga.store.wiring.Lifetimes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A user reads and replaces what they say about themselves. It is read from a cache and written through
/// it: nobody else writes profiles. The role is no part of what is kept, and a role that decides about
/// something is in no profile.
public final class KeepProfile {
    private final DocumentStore store;
    private final Cache<KeptProfile> profiles;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Operator operator;

    public KeepProfile(DocumentStore store, CacheEngine caches, Outbox outbox, InstantSource clock, Operator operator) {
        this.store = store;
        this.profiles = caches.open(CacheDefinition.of("profiles", KeptProfile.class, Lifetimes.PROFILES)
                .keptConfidential());
        this.outbox = outbox;
        this.clock = clock;
        this.operator = operator;
    }

    /// Of a user's document, without what signs in.
    ///
    /// @param email encrypted in the document
    /// @param foreign whether the account came from another issuer, whose address makes nobody the operator
    record KeptProfile(
            UserId id,
            @Nullable String email,
            boolean foreign,
            Profile profile,
            long version,
            Instant createdAt,
            Instant updatedAt) {
        static KeptProfile of(User user) {
            return new KeptProfile(
                    user.id(),
                    user.email(),
                    user.origin() != null,
                    user.profile(),
                    user.version(),
                    user.createdAt(),
                    user.updatedAt());
        }

        @Override
        public String toString() {
            return "KeptProfile[" + id + "]";
        }
    }

    public record ProfileView(
            UserId id,
            @Nullable String email,
            String displayName,
            String role,
            @Nullable String nationality,
            @Nullable String timezone,
            long version,
            Instant createdAt,
            Instant updatedAt)
            implements Versioned {}

    /// Refused with INVALID_TOKEN when the account is gone.
    public Outcome<ProfileView> read(UserId id) {
        return profiles.get(id.value(), () -> find(store, id).map(KeptProfile::of))
                .map(kept -> Outcome.done(view(kept)))
                .orElseGet(() -> Outcome.rejected(Account.gone()));
    }

    /// Refused with VALIDATION_FAILED, with PRECONDITION_FAILED, or with INVALID_TOKEN when the account is
    /// gone. What is as wished already stays as it is, with its version.
    public Outcome<ProfileView> replace(
            UserId id,
            @Nullable String displayName,
            @Nullable String nationality,
            @Nullable String timezone,
            IfMatch condition) {
        return Profile.of(displayName, nationality, timezone).then(wish -> replace(id, wish, condition));
    }

    private Outcome<ProfileView> replace(UserId id, Profile wish, IfMatch condition) {
        return profiles.write(id.value(), () -> set(id, wish, condition), KeepProfile::written)
                .map(this::view);
    }

    private static Optional<KeptProfile> written(Outcome<KeptProfile> outcome) {
        return outcome instanceof Outcome.Done<KeptProfile>(KeptProfile kept) ? Optional.of(kept) : Optional.empty();
    }

    private Outcome<KeptProfile> set(UserId id, Profile wish, IfMatch condition) {
        EventStamp stamp = outbox.stamp();
        Instant now = clock.instant();
        return store.transact(tx -> user(tx, id).then(user -> {
            if (user.profile().equals(wish)) {
                // Also what a second run of this body finds: the condition it kept does not hold any more
                // (RFC 9110, 13.1.1, allows the answer).
                return Outcome.done(KeptProfile.of(user));
            }
            return condition.check(user.version()).map(version -> {
                User changed = user.withProfile(wish, now);
                tx.set(UserCollections.user(id), changed);
                outbox.append(tx, stamp, changed.version(), new UserUpdated(id, wish.displayName()));
                return KeptProfile.of(changed);
            });
        }));
    }

    private static Optional<User> find(Reader reader, UserId id) {
        return reader.get(UserCollections.user(id)).map(Document::value);
    }

    private static Outcome<User> user(Reader reader, UserId id) {
        return find(reader, id).map(Outcome::done).orElseGet(() -> Outcome.rejected(Account.gone()));
    }

    private ProfileView view(KeptProfile kept) {
        Profile profile = kept.profile();
        return new ProfileView(
                kept.id(),
                kept.email(),
                profile.displayName(),
                Account.role(kept.foreign() ? Role.USER : operator.roleOf(kept.email())),
                profile.nationality(),
                profile.timezone(),
                kept.version(),
                kept.createdAt(),
                kept.updatedAt());
    }
}
