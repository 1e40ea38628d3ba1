package ai.jiga.store.user.usecase;

import ai.jiga.store.contracts.user.UserRegistered;
import ai.jiga.store.documents.Reader;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.security.Passwords;
import ai.jiga.store.user.model.EmailAddress;
import ai.jiga.store.user.model.EmailGuard;
import ai.jiga.store.user.model.User;
import ai.jiga.store.user.model.UserCollections;
import java.util.Optional;

/// How an account comes into being: with its guard, so that its address is its own, and with the event that
/// opens its wallet.
final class Accounts {
    private Accounts() {}

    /// Who has the address. Asks once, whoever has it.
    static Optional<UserId> holder(Reader reader, EmailAddress email) {
        return reader.getAll(UserCollections.emails(email)).stream()
                .filter(guard ->
                        guard.id().equals(email.documentId()) || guard.value().isOfBefore())
                .findFirst()
                .map(guard -> guard.value().userId());
    }

    /// Writes three documents.
    static void open(Transaction tx, User user, EmailAddress email, Outbox outbox, EventStamp stamp) {
        tx.create(UserCollections.email(email), EmailGuard.of(user.id()));
        open(tx, user, outbox, stamp);
    }

    /// For somebody from elsewhere: no address is guarded. Writes two documents.
    static void open(Transaction tx, User user, Outbox outbox, EventStamp stamp) {
        tx.create(UserCollections.user(user.id()), user);
        outbox.append(
                tx,
                stamp,
                user.version(),
                new UserRegistered(user.id(), user.profile().displayName()));
    }

    static Rejection tooBusy(Passwords.TooBusyException e) {
        return Rejection.of(
                ErrorCode.UNAVAILABLE, "Very many people sign in right now. Nothing was done; try again in a moment.");
    }
}
