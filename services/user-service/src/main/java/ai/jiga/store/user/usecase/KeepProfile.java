package ai.jiga.store.user.usecase;

import ai.jiga.store.contracts.user.UserUpdated;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Reader;
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
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// A user reads and replaces what they say about themselves.
public final class KeepProfile {
    private final DocumentStore store;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Operator operator;

    public KeepProfile(DocumentStore store, Outbox outbox, InstantSource clock, Operator operator) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
        this.operator = operator;
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
        return user(store, id).map(this::view);
    }

    /// Refused with VALIDATION_FAILED, with PRECONDITION_FAILED, or with INVALID_TOKEN when the account is gone.
    /// What is as wished already stays as it is, with its version.
    public Outcome<ProfileView> replace(
            UserId id,
            @Nullable String displayName,
            @Nullable String nationality,
            @Nullable String timezone,
            IfMatch condition) {
        return Profile.of(displayName, nationality, timezone).then(wish -> replace(id, wish, condition));
    }

    private Outcome<ProfileView> replace(UserId id, Profile wish, IfMatch condition) {
        EventStamp stamp = outbox.stamp();
        Instant now = clock.instant();
        return store.transact(tx -> user(tx, id).then(user -> {
            if (user.profile().equals(wish)) {
                // Also what a second run of this body finds: the condition it kept does not hold any more
                // (RFC 9110, 13.1.1, allows the answer).
                return Outcome.done(view(user));
            }
            return condition.check(user.version()).map(version -> {
                User changed = user.withProfile(wish, now);
                tx.set(UserCollections.user(id), changed);
                outbox.append(tx, stamp, changed.version(), new UserUpdated(id, wish.displayName()));
                return view(changed);
            });
        }));
    }

    private static Outcome<User> user(Reader reader, UserId id) {
        return reader.get(UserCollections.user(id))
                .map(Document::value)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.rejected(Account.gone()));
    }

    private ProfileView view(User user) {
        Profile profile = user.profile();
        return new ProfileView(
                user.id(),
                user.email(),
                profile.displayName(),
                Account.role(user, operator),
                profile.nationality(),
                profile.timezone(),
                user.version(),
                user.createdAt(),
                user.updatedAt());
    }
}
