package ai.jiga.store.user.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.Admission;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.security.Device;
import ai.jiga.store.security.Passwords;
import ai.jiga.store.user.model.CommonPasswords;
import ai.jiga.store.user.model.EmailAddress;
import ai.jiga.store.user.model.LetterKind;
import ai.jiga.store.user.model.NewPassword;
import ai.jiga.store.user.model.Operator;
import ai.jiga.store.user.model.User;
import ai.jiga.store.user.model.UserCollections;
import ai.jiga.store.user.model.Visitor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A user who knows their password chooses another one: all sign-ins end, and this device has a new one.
public final class ChangePassword {
    private final DocumentStore store;
    private final GuessLimits limits;
    private final Passwords passwords;
    private final CommonPasswords common;
    private final SignIns signIns;
    private final EndSignIns ends;
    private final Letters letters;
    private final Operator operator;

    public ChangePassword(
            DocumentStore store,
            GuessLimits limits,
            Passwords passwords,
            CommonPasswords common,
            SignIns signIns,
            EndSignIns ends,
            Letters letters,
            Operator operator) {
        this.store = store;
        this.limits = limits;
        this.passwords = passwords;
        this.common = common;
        this.signIns = signIns;
        this.ends = ends;
        this.letters = letters;
        this.operator = operator;
    }

    /// Refused with WRONG_PASSWORD, with RATE_LIMITED after too many of those, with VALIDATION_FAILED,
    /// PASSWORD_TOO_COMMON or UNAVAILABLE as a registration is, with OPERATORS_ACCOUNT where the configuration
    /// names the password, with FORBIDDEN where there is none, and with INVALID_TOKEN when the account is gone.
    public Outcome<IssuedTokens> change(Caller.User caller, String current, @Nullable String wished, Visitor visitor) {
        UserId id = caller.id();
        Optional<User> found = store.get(UserCollections.user(id)).map(Document::value);
        if (found.isEmpty()) {
            return Outcome.rejected(Account.gone());
        }
        User user = found.get();
        String hash = user.passwordHash();
        EmailAddress address = EmailAddress.ofAccount(user.email()).orElse(null);
        if (hash == null || address == null) {
            return Outcome.rejected(
                    ErrorCode.FORBIDDEN, "This account has no password here: it is signed in with elsewhere.");
        }
        if (operator.hasPasswordOf(user)) {
            return Outcome.rejected(
                    ErrorCode.OPERATORS_ACCOUNT,
                    "The operator's password is in the store's configuration: change JIGA_ADMIN_PASSWORD and restart.");
        }
        return NewPassword.of(wished, address, user.profile().displayName(), common)
                .then(chosen -> limits.count(address, id, on(caller, visitor))
                        .then(guesser -> change(user, hash, current, chosen, visitor, guesser)));
    }

    private Outcome<IssuedTokens> change(
            User user, String hash, String current, String chosen, Visitor visitor, GuessLimits.Guesser guesser) {
        String changed;
        try {
            if (!passwords.matches(current, hash)) {
                return Outcome.rejected(wrong());
            }
            changed = passwords.hash(chosen);
        } catch (Passwords.TooBusyException e) {
            return Outcome.rejected(Accounts.tooBusy(e));
        }
        SignIns.Fresh fresh = signIns.fresh(visitor);
        Letters.Wish letter =
                letters.wish(EmailAddress.ofAccount(user.email()).orElseThrow(), LetterKind.PASSWORD_CHANGED, visitor);
        Outcome<User> done = store.transact(tx -> {
            Optional<User> now = tx.get(UserCollections.user(user.id())).map(Document::value);
            if (now.isPresent() && changed.equals(now.get().passwordHash())) {
                // This body ran before and its commit's answer was lost.
                return Outcome.done(now.get());
            }
            if (now.isEmpty() || !hash.equals(now.get().passwordHash())) {
                return Outcome.rejected(wrong());
            }
            Runnable forgiven = GuessLimits.forgiving(tx, guesser);
            User after = now.get().withPassword(changed, fresh.at());
            ends.endAll(tx, after, fresh.at());
            SignIns.begin(tx, after, fresh);
            forgiven.run();
            letters.tell(tx, letter, after.id());
            return Outcome.done(after);
        });
        return done.map(after -> signIns.answer(after, fresh));
    }

    /// Whoever is signed in is on a device that is known, also where the request does not name it: no
    /// stranger's guesses keep them from this.
    private Visitor on(Caller.User caller, Visitor visitor) {
        if (visitor.device() != null || !(caller.admission() instanceof Admission.SignedIn signedIn)) {
            return visitor;
        }
        return store.get(UserCollections.signIn(signedIn.id()))
                .map(signIn -> signIn.value().device())
                .map(device -> new Visitor(
                        visitor.address(),
                        new Device(device, List.of(caller.id().value())),
                        visitor.client(),
                        visitor.languages()))
                .orElse(visitor);
    }

    private static Rejection wrong() {
        return Rejection.of(ErrorCode.WRONG_PASSWORD, "That is not this account's password. Nothing was changed.");
    }
}
