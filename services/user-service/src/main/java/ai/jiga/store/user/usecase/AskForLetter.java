package ai.jiga.store.user.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.user.model.EmailAddress;
import ai.jiga.store.user.model.LetterKind;
import ai.jiga.store.user.model.Profile;
import ai.jiga.store.user.model.User;
import ai.jiga.store.user.model.UserCollections;
import ai.jiga.store.user.model.Visitor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Somebody asks for a letter with a link.
public final class AskForLetter {
    private final DocumentStore store;
    private final Letters letters;

    public AskForLetter(DocumentStore store, Letters letters) {
        this.store = store;
        this.letters = letters;
    }

    /// To choose another password. Neither the answer nor its time tells whether anybody has the address: the reads
    /// and the writes are the same. Refused with RATE_LIMITED, whichever addresses were asked for, or with
    /// VALIDATION_FAILED where the text is no address at all.
    public Outcome<Boolean> toReset(@Nullable String email, Visitor visitor) {
        Optional<EmailAddress> address = EmailAddress.ofAccount(email);
        if (address.isEmpty()) {
            return Outcome.rejected(Profile.invalid(List.of(EmailAddress.NOT_ONE)));
        }
        Letters.Wish wish = letters.wish(address.get(), LetterKind.RESET_PASSWORD, visitor);
        return store.transact(tx -> {
            UserId holder = Accounts.holder(tx, address.get()).orElse(Letters.NOBODY);
            Letters.Counted counted = letters.read(tx, wish);
            if (!counted.waitOfSender().isZero()) {
                return Outcome.rejected(Letters.tooMany(counted.waitOfSender()));
            }
            letters.ask(tx, counted, holder);
            return Outcome.done(true);
        });
    }

    /// To show that the address is the user's. Refused with RATE_LIMITED, or with INVALID_TOKEN when the account is
    /// gone. Nothing is sent to an address that was shown to be, nor to one of another issuer.
    public Outcome<Boolean> toVerify(UserId id, Visitor visitor) {
        Optional<User> user = store.get(UserCollections.user(id)).map(Document::value);
        if (user.isEmpty()) {
            return Outcome.rejected(Account.gone());
        }
        Optional<EmailAddress> address = EmailAddress.ofAccount(user.get().email());
        if (address.isEmpty() || user.get().origin() != null || user.get().emailVerifiedAt() != null) {
            return Outcome.done(true);
        }
        Letters.Wish wish = letters.wish(address.get(), LetterKind.VERIFY_ADDRESS, visitor);
        return store.transact(tx -> {
            Letters.Counted counted = letters.read(tx, wish);
            var longer = counted.waitOfSender().compareTo(counted.waitOfReader()) > 0
                    ? counted.waitOfSender()
                    : counted.waitOfReader();
            if (!longer.isZero()) {
                return Outcome.rejected(Letters.tooMany(longer));
            }
            letters.ask(tx, counted, id);
            return Outcome.done(true);
        });
    }
}
