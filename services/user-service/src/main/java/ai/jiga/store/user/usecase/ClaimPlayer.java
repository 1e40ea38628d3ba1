package ai.jiga.store.user.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.Admission;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.security.Passwords;
import ai.jiga.store.user.model.CommonPasswords;
import ai.jiga.store.user.model.EmailGuard;
import ai.jiga.store.user.model.LetterKind;
import ai.jiga.store.user.model.Profile;
import ai.jiga.store.user.model.Registration;
import ai.jiga.store.user.model.User;
import ai.jiga.store.user.model.UserCollections;
import ai.jiga.store.user.model.Visitor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A studio's player takes the account over: with an address and a password of their own it is theirs alone, with all
/// that is in it. The studio makes no tokens for it any more, and those that there are end.
public final class ClaimPlayer {
    private final DocumentStore store;
    private final Passwords passwords;
    private final CommonPasswords common;
    private final SignIns signIns;
    private final EndSignIns ends;
    private final Letters letters;

    public ClaimPlayer(
            DocumentStore store,
            Passwords passwords,
            CommonPasswords common,
            SignIns signIns,
            EndSignIns ends,
            Letters letters) {
        this.store = store;
        this.passwords = passwords;
        this.common = common;
        this.signIns = signIns;
        this.ends = ends;
        this.letters = letters;
    }

    /// Refused with FORBIDDEN without a player's token; with VALIDATION_FAILED, PASSWORD_TOO_COMMON, EMAIL_TAKEN and
    /// UNAVAILABLE as a registration is; with PLAYER_CLAIMED when it was done before.
    public Outcome<IssuedTokens> claim(
            Caller.User player, @Nullable String email, @Nullable String password, Visitor visitor) {
        User there = store.get(UserCollections.user(player.id()))
                .map(Document::value)
                .orElse(null);
        if (!(player.admission() instanceof Admission.AsPlayer) || there == null) {
            return Outcome.rejected(
                    ErrorCode.FORBIDDEN, "An account is claimed with the token that the game has for its player.");
        }
        Profile profile = there.profile();
        return Registration.of(email, password, Outcome.done(profile), common).then(wish -> take(there, wish, visitor));
    }

    private Outcome<IssuedTokens> take(User player, Registration wish, Visitor visitor) {
        String hash;
        try {
            hash = passwords.hash(wish.password());
        } catch (Passwords.TooBusyException e) {
            return Outcome.rejected(Accounts.tooBusy(e));
        }
        SignIns.Fresh fresh = signIns.fresh(visitor);
        Letters.Wish letter = letters.wish(wish.email(), LetterKind.VERIFY_ADDRESS, visitor);
        Outcome<User> claimed = store.transact(tx -> {
            User now = tx.get(UserCollections.user(player.id()))
                    .map(Document::value)
                    .orElseThrow();
            boolean begun = tx.get(UserCollections.signIn(fresh.id())).isPresent();
            if (begun) {
                // This body ran before and its commit's answer was lost.
                return Outcome.done(now);
            }
            if (now.origin() == null) {
                return Outcome.rejected(
                        ErrorCode.PLAYER_CLAIMED, "This player has an account of their own already: sign in with it.");
            }
            Optional<UserId> holder = Accounts.holder(tx, wish.email());
            if (holder.isPresent()) {
                return Outcome.rejected(
                        ErrorCode.EMAIL_TAKEN,
                        "There is an account with this e-mail address already. Use another address.");
            }
            Letters.Counted counted = letters.read(tx, letter);
            User after = now.claimed(wish.email(), hash, fresh.at());
            tx.create(UserCollections.email(wish.email()), EmailGuard.of(after.id()));
            ends.endAll(tx, after, fresh.at());
            SignIns.begin(tx, after, fresh);
            letters.ask(tx, counted, after.id());
            return Outcome.done(after);
        });
        return claimed.map(user -> signIns.answer(user, fresh));
    }
}
