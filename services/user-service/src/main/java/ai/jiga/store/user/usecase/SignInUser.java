package ai.jiga.store.user.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.security.Passwords;
import ai.jiga.store.user.model.EmailAddress;
import ai.jiga.store.user.model.SignInAttempts;
import ai.jiga.store.user.model.User;
import ai.jiga.store.user.model.UserCollections;
import ai.jiga.store.user.model.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A user signs in with a password.
///
/// An address without an account takes the same path as a wrong password (the same reads, the same write, one hash),
/// so that neither the answer nor its time tells which of the two it was. An attempt is counted before its password is
/// looked at and the count is dropped on success, so that guesses that come all at once are counted too.
public final class SignInUser {
    /// Where nobody is found, as somebody would be looked for.
    private static final UserId NOBODY = UserId.of("nobody");

    private final DocumentStore store;
    private final InstantSource clock;
    private final Passwords passwords;
    private final SignIns signIns;

    public SignInUser(DocumentStore store, InstantSource clock, Passwords passwords, SignIns signIns) {
        this.store = store;
        this.clock = clock;
        this.passwords = passwords;
        this.signIns = signIns;
    }

    /// Refused with INVALID_CREDENTIALS, with RATE_LIMITED (and `retryAfterSeconds`) after too many failures, or with
    /// UNAVAILABLE when too many passwords wait to be checked.
    public Outcome<Tokens> signIn(@Nullable String email, String password, Visitor visitor) {
        Optional<EmailAddress> address = EmailAddress.ofAccount(email);
        return address.isEmpty()
                ? Outcome.rejected(invalid())
                : count(address.get()).then(counted -> check(address.get(), password, visitor));
    }

    private Outcome<SignInAttempts> count(EmailAddress email) {
        Instant now = clock.instant();
        var ref = UserCollections.attempts(email);
        return store.transact(tx -> {
            Optional<SignInAttempts> before = tx.get(ref).map(Document::value);
            Optional<Duration> pause = before.flatMap(attempts -> attempts.pauseLeft(now));
            if (pause.isPresent()) {
                return Outcome.rejected(tooMany(pause.get()));
            }
            SignInAttempts after =
                    before.map(attempts -> attempts.another(now)).orElseGet(() -> SignInAttempts.first(now));
            tx.set(ref, after);
            return Outcome.done(after);
        });
    }

    private Outcome<Tokens> check(EmailAddress email, String password, Visitor visitor) {
        UserId id = Accounts.holder(store, email).orElse(NOBODY);
        Optional<User> found = store.get(UserCollections.user(id)).map(Document::value);
        try {
            String hash = found.map(User::passwordHash).orElse(null);
            if (found.isEmpty() || hash == null) {
                passwords.matchesNobody(password);
                return Outcome.rejected(invalid());
            }
            if (!passwords.matches(password, hash)) {
                return Outcome.rejected(invalid());
            }
            String renewed = passwords.needsRehash(hash) ? passwords.hash(password) : null;
            return begin(email, found.get(), renewed, visitor);
        } catch (Passwords.TooBusyException e) {
            return Outcome.rejected(Accounts.tooBusy(e));
        }
    }

    private Outcome<Tokens> begin(EmailAddress email, User checked, @Nullable String renewed, Visitor visitor) {
        SignIns.Fresh fresh = signIns.fresh(visitor);
        Outcome<User> begun = store.transact(tx -> {
            Optional<User> user = tx.get(UserCollections.user(checked.id())).map(Document::value);
            if (user.isEmpty() || !isStillChecked(user.get(), checked, renewed)) {
                return Outcome.rejected(invalid());
            }
            if (renewed != null) {
                tx.set(UserCollections.user(checked.id()), user.get().rehashed(renewed));
            }
            SignIns.begin(tx, user.get(), fresh);
            forget(tx, email);
            return Outcome.done(user.get());
        });
        return begun.map(user -> signIns.answer(user, fresh));
    }

    /// The password may have been replaced while it was checked. A hash renewed by this body's first run is ours.
    private static boolean isStillChecked(User now, User checked, @Nullable String renewed) {
        String hash = now.passwordHash();
        return hash != null && (hash.equals(checked.passwordHash()) || hash.equals(renewed));
    }

    private static void forget(Transaction tx, EmailAddress email) {
        tx.delete(UserCollections.attempts(email));
    }

    private static Rejection invalid() {
        return Rejection.of(ErrorCode.INVALID_CREDENTIALS, "E-mail address and password do not fit together.");
    }

    private static Rejection tooMany(Duration pause) {
        long seconds = Math.max(1, pause.plusMillis(999).toSeconds());
        return Rejection.of(
                        ErrorCode.RATE_LIMITED, "Signing in failed too often. Try again in " + seconds + " seconds.")
                .with("retryAfterSeconds", seconds);
    }
}
