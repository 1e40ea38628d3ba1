package ai.jiga.store.user.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.security.Passwords;
import ai.jiga.store.user.model.EmailAddress;
import ai.jiga.store.user.model.User;
import ai.jiga.store.user.model.UserCollections;
import ai.jiga.store.user.model.Visitor;
import ai.jiga.store.user.usecase.GuessLimits.Guesser;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A user signs in with a password.
///
/// An address without an account takes the same path as a wrong password (the same reads, the same writes, one hash),
/// so that neither the answer nor its time tells which of the two it was. How often anybody may try, [GuessLimits] say.
public final class SignInUser {
    /// Where nobody is found, as somebody would be looked for.
    private static final UserId NOBODY = UserId.of("nobody");

    private final DocumentStore store;
    private final GuessLimits limits;
    private final Passwords passwords;
    private final SignIns signIns;

    public SignInUser(DocumentStore store, GuessLimits limits, Passwords passwords, SignIns signIns) {
        this.store = store;
        this.limits = limits;
        this.passwords = passwords;
        this.signIns = signIns;
    }

    /// Refused with INVALID_CREDENTIALS, with ACCOUNT_SUSPENDED, with RATE_LIMITED (and `retryAfterSeconds`) after too
    /// many failures, or with UNAVAILABLE when too many passwords wait to be checked.
    public Outcome<IssuedTokens> signIn(@Nullable String email, String password, Visitor visitor) {
        Optional<EmailAddress> address = EmailAddress.ofAccount(email);
        return address.isEmpty() ? Outcome.rejected(invalid()) : signIn(address.get(), password, visitor);
    }

    private Outcome<IssuedTokens> signIn(EmailAddress email, String password, Visitor visitor) {
        UserId id = Accounts.holder(store, email).orElse(NOBODY);
        return limits.count(email, id, visitor).then(guesser -> check(id, password, visitor, guesser));
    }

    private Outcome<IssuedTokens> check(UserId id, String password, Visitor visitor, Guesser guesser) {
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
            return begin(found.get(), renewed, visitor, guesser);
        } catch (Passwords.TooBusyException e) {
            return Outcome.rejected(Accounts.tooBusy(e));
        }
    }

    private Outcome<IssuedTokens> begin(User checked, @Nullable String renewed, Visitor visitor, Guesser guesser) {
        SignIns.Fresh fresh = signIns.fresh(visitor);
        Outcome<User> begun = store.transact(tx -> {
            Optional<User> user = tx.get(UserCollections.user(checked.id())).map(Document::value);
            if (user.isEmpty() || !isStillChecked(user.get(), checked, renewed)) {
                return Outcome.rejected(invalid());
            }
            if (user.get().isSuspended(fresh.at())) {
                return Outcome.rejected(SuspendUser.refusal(user.get()));
            }
            Runnable forgiven = GuessLimits.forgiving(tx, guesser);
            if (renewed != null) {
                tx.set(UserCollections.user(checked.id()), user.get().rehashed(renewed));
            }
            SignIns.begin(tx, user.get(), fresh);
            forgiven.run();
            return Outcome.done(user.get());
        });
        return begun.map(user -> signIns.answer(user, fresh));
    }

    /// The password may have been replaced while it was checked. A hash renewed by this body's first run is ours.
    private static boolean isStillChecked(User now, User checked, @Nullable String renewed) {
        String hash = now.passwordHash();
        return hash != null && (hash.equals(checked.passwordHash()) || hash.equals(renewed));
    }

    private static Rejection invalid() {
        return Rejection.of(ErrorCode.INVALID_CREDENTIALS, "E-mail address and password do not fit together.");
    }
}
