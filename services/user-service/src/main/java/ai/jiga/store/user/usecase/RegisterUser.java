package ai.jiga.store.user.usecase;

import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.security.Passwords;
import ai.jiga.store.user.model.CommonPasswords;
import ai.jiga.store.user.model.EmailAddress;
import ai.jiga.store.user.model.LetterKind;
import ai.jiga.store.user.model.Profile;
import ai.jiga.store.user.model.Registration;
import ai.jiga.store.user.model.User;
import ai.jiga.store.user.model.Visitor;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Somebody opens an account and is signed in with it. A letter asks whether the address is theirs.
public final class RegisterUser {
    private final DocumentStore store;
    private final Outbox outbox;
    private final Supplier<String> ids;
    private final Passwords passwords;
    private final CommonPasswords common;
    private final SignIns signIns;
    private final Letters letters;

    public RegisterUser(
            DocumentStore store,
            Outbox outbox,
            Supplier<String> ids,
            Passwords passwords,
            CommonPasswords common,
            SignIns signIns,
            Letters letters) {
        this.store = store;
        this.outbox = outbox;
        this.ids = ids;
        this.passwords = passwords;
        this.common = common;
        this.signIns = signIns;
        this.letters = letters;
    }

    /// Refused with VALIDATION_FAILED, PASSWORD_TOO_COMMON, EMAIL_TAKEN, or UNAVAILABLE when too many passwords wait
    /// to be hashed.
    public Outcome<IssuedTokens> register(
            @Nullable String email,
            @Nullable String password,
            @Nullable String displayName,
            @Nullable String nationality,
            @Nullable String timezone,
            Visitor visitor) {
        Outcome<Profile> profile = Profile.of(displayName, nationality, timezone);
        return Registration.of(email, password, profile, common).then(wish -> open(wish, visitor));
    }

    private Outcome<IssuedTokens> open(Registration wish, Visitor visitor) {
        String hash;
        try {
            hash = passwords.hash(wish.password());
        } catch (Passwords.TooBusyException e) {
            return Outcome.rejected(Accounts.tooBusy(e));
        }
        EmailAddress email = wish.email();
        SignIns.Fresh fresh = signIns.fresh(visitor);
        Letters.Wish letter = letters.wish(email, LetterKind.VERIFY_ADDRESS, visitor);
        EventStamp stamp = outbox.stamp();
        User user = User.registered(UserId.of(ids.get()), email, hash, wish.profile(), fresh.at());
        Outcome<User> opened = store.transact(tx -> {
            Optional<UserId> holder = Accounts.holder(tx, email);
            if (holder.isEmpty()) {
                Letters.Counted counted = letters.read(tx, letter);
                Accounts.open(tx, user, email, outbox, stamp);
                letters.ask(tx, counted, user.id());
                SignIns.begin(tx, user, fresh);
                return Outcome.done(user);
            }
            // Our own id: this body ran before and its commit's answer was lost.
            return holder.get().equals(user.id())
                    ? Outcome.done(user)
                    : Outcome.rejected(
                            ErrorCode.EMAIL_TAKEN,
                            "There is an account with this e-mail address already. Sign in, or use another address.");
        });
        return opened.map(done -> signIns.answer(done, fresh));
    }
}
