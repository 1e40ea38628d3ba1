package ai.jiga.store.user.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Reader;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.security.Passwords;
import ai.jiga.store.user.model.CommonPasswords;
import ai.jiga.store.user.model.EmailAddress;
import ai.jiga.store.user.model.LetterKind;
import ai.jiga.store.user.model.LetterLink;
import ai.jiga.store.user.model.NewPassword;
import ai.jiga.store.user.model.User;
import ai.jiga.store.user.model.UserCollections;
import ai.jiga.store.user.model.Visitor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Somebody follows the link of a letter.
public final class FollowLink {
    private final DocumentStore store;
    private final Passwords passwords;
    private final CommonPasswords common;
    private final EndSignIns ends;
    private final Letters letters;
    private final InstantSource clock;

    public FollowLink(
            DocumentStore store,
            Passwords passwords,
            CommonPasswords common,
            EndSignIns ends,
            Letters letters,
            InstantSource clock) {
        this.store = store;
        this.passwords = passwords;
        this.common = common;
        this.ends = ends;
        this.letters = letters;
        this.clock = clock;
    }

    /// The address is the user's. Takes any text, and the same one again. Refused with LINK_NOT_VALID.
    public Outcome<Boolean> verify(String token) {
        Instant now = clock.instant();
        return store.transact(tx -> good(tx, token, LetterKind.VERIFY_ADDRESS, now)
                .map(user -> {
                    if (user.emailVerifiedAt() == null) {
                        tx.set(UserCollections.user(user.id()), user.withVerifiedEmail(now));
                    }
                    return true;
                }));
    }

    /// Another password, by whoever reads the letters to the address; which shows that it is theirs. All sign-ins end,
    /// and with them all links of this kind. Where nobody had shown that before, whoever made the account may be
    /// somebody else: its keys are gone too. Takes any text. Refused with LINK_NOT_VALID, VALIDATION_FAILED,
    /// PASSWORD_TOO_COMMON, or UNAVAILABLE when too many passwords wait to be hashed.
    public Outcome<Boolean> reset(String token, @Nullable String password, Visitor visitor) {
        return store.snapshot(reader -> good(reader, token, LetterKind.RESET_PASSWORD, clock.instant()))
                .then(user -> NewPassword.of(
                                password, address(user), user.profile().displayName(), common)
                        .then(chosen -> reset(token, user, chosen, visitor)));
    }

    private static EmailAddress address(User user) {
        return EmailAddress.ofAccount(user.email()).orElseThrow();
    }

    private Outcome<Boolean> reset(String token, User found, String password, Visitor visitor) {
        String hash;
        try {
            hash = passwords.hash(password);
        } catch (Passwords.TooBusyException e) {
            return Outcome.rejected(Accounts.tooBusy(e));
        }
        Instant now = clock.instant();
        Letters.Wish letter = letters.wish(address(found), LetterKind.PASSWORD_CHANGED, visitor);
        return store.transact(tx -> {
            boolean isDone = tx.get(UserCollections.user(found.id()))
                    .filter(user -> hash.equals(user.value().passwordHash()))
                    .isPresent();
            if (isDone) {
                // This body ran before and its commit's answer was lost.
                return Outcome.done(true);
            }
            return good(tx, token, LetterKind.RESET_PASSWORD, now).map(user -> {
                boolean isFirstProof = user.emailVerifiedAt() == null;
                Runnable keysGone = isFirstProof ? ends.removingKeys(tx, user, now) : () -> {};
                User shown = isFirstProof ? user.withVerifiedEmail(now) : user;
                ends.endAll(tx, shown.withPassword(hash, now), now);
                keysGone.run();
                letters.tell(tx, letter, user.id());
                tx.delete(UserCollections.letterLink(token));
                return true;
            });
        });
    }

    private static Outcome<User> good(Reader reader, String token, LetterKind kind, Instant now) {
        Optional<LetterLink> link = reader.get(UserCollections.letterLink(token))
                .map(Document::value)
                .filter(l -> l.kind() == kind);
        return link.flatMap(l -> reader.get(UserCollections.user(l.userId()))
                        .map(Document::value)
                        .filter(user -> l.isGood(user, now)))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.rejected(invalid()));
    }

    private static Rejection invalid() {
        return Rejection.of(
                ErrorCode.LINK_NOT_VALID,
                "This link is not good any more: it was used, or it is too old. Ask for another one.");
    }
}
