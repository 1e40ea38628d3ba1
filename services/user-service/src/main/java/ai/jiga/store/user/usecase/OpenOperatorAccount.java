package ai.jiga.store.user.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.security.Passwords;
import ai.jiga.store.user.model.EmailGuard;
import ai.jiga.store.user.model.Operator;
import ai.jiga.store.user.model.Registration;
import ai.jiga.store.user.model.User;
import ai.jiga.store.user.model.UserCollections;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// At each start, sees to it that the operator's account is the operator's: makes it when it is not there, and gives it
/// the configured password when it has another one, which ends its sign-ins. So whoever registered the address before
/// it was configured is out.
public final class OpenOperatorAccount {
    private final DocumentStore store;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final Passwords passwords;
    private final EndSignIns ends;

    public OpenOperatorAccount(
            DocumentStore store,
            Outbox outbox,
            InstantSource clock,
            Supplier<String> ids,
            Passwords passwords,
            EndSignIns ends) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
        this.ids = ids;
        this.passwords = passwords;
        this.ends = ends;
    }

    public enum Result {
        /// No password is configured: there is nothing to see to.
        NOTHING_CONFIGURED,
        MADE,
        PASSWORD_SET,
        AS_CONFIGURED
    }

    public Result open(Operator operator) {
        Registration wish = operator.account();
        if (wish == null) {
            return Result.NOTHING_CONFIGURED;
        }
        readdress(wish);
        if (find(wish)
                .map(User::passwordHash)
                .filter(hash -> passwords.matches(wish.password(), hash))
                .isPresent()) {
            return Result.AS_CONFIGURED;
        }
        String hash = passwords.hash(wish.password());
        Instant now = clock.instant();
        EventStamp stamp = outbox.stamp();
        User made = User.registered(UserId.of(ids.get()), wish.email(), hash, wish.profile(), now)
                .withVerifiedEmail(now);
        return store.transact(tx -> write(tx, wish, made, hash, stamp, now));
    }

    /// An account of the time when domains were read by another rule is found by its address of then; from now on it
    /// is kept under the one that the configuration names, by which the operator is known.
    private void readdress(Registration wish) {
        String address = wish.email().value();
        if (find(wish).map(User::email).filter(kept -> !kept.equals(address)).isEmpty()) {
            return;
        }
        store.<Boolean>transact(tx -> {
            Optional<User> user = Accounts.holder(tx, wish.email())
                    .flatMap(id -> tx.get(UserCollections.user(id)))
                    .map(Document::value);
            user.ifPresent(u -> {
                tx.set(UserCollections.user(u.id()), u.withEmail(wish.email()));
                tx.set(UserCollections.email(wish.email()), EmailGuard.of(u.id()));
            });
            return user.isPresent();
        });
    }

    private Optional<User> find(Registration wish) {
        return Accounts.holder(store, wish.email())
                .flatMap(id -> store.get(UserCollections.user(id)))
                .map(Document::value);
    }

    private Result write(Transaction tx, Registration wish, User made, String hash, EventStamp stamp, Instant now) {
        Optional<User> user = Accounts.holder(tx, wish.email())
                .flatMap(id -> tx.get(UserCollections.user(id)))
                .map(Document::value);
        if (user.isEmpty()) {
            Accounts.open(tx, made, wish.email(), outbox, stamp);
            return Result.MADE;
        }
        if (hash.equals(user.get().passwordHash())) {
            // This body ran before and its commit's answer was lost.
            return user.get().id().equals(made.id()) ? Result.MADE : Result.PASSWORD_SET;
        }
        ends.endAll(tx, user.get().withPassword(hash, now), now);
        return Result.PASSWORD_SET;
    }
}
