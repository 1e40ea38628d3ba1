package ai.jiga.store.transaction.usecase;

import ai.jiga.store.contracts.user.Users;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.idempotency.Answered;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.transaction.model.LedgerCollections;
import ai.jiga.store.transaction.model.Wallet;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/// Who can be given DOF. A wallet proves a user, and nobody else is asked then. The wallet of somebody who has just
/// registered is opened by an event that may be on its way: whoever has none is looked up among the users, outside the
/// transaction, before they are refused.
public final class Receivers {
    private final Users users;

    public Receivers(Users users) {
        this.users = users;
    }

    /// How a gift is tried: told whether the receiver is known to be a user, wallet or not.
    interface Gift<T> {
        Answered<T> given(boolean isUser);
    }

    /// Tries it, and once more when the receiver was refused with that code and is a user all the same.
    <T> Answered<T> give(UserId receiver, ErrorCode unknown, Gift<T> gift) {
        Answered<T> first = gift.given(false);
        Predicate<Outcome<T>> isUnknown = outcome -> outcome instanceof Outcome.Rejected<T> rejected
                && rejected.rejection().code() == unknown;
        boolean again = mayReceive(receiver)
                && isUnknown.test(first.outcome())
                && users.find(receiver).isPresent();
        return again ? gift.given(true) : first;
    }

    /// The receiver's wallet, which may be one that is not opened yet; empty when nobody is known by that id.
    static Optional<Wallet> wallet(Transaction tx, UserId receiver, boolean isUser, Instant now) {
        if (!mayReceive(receiver)) {
            return Optional.empty();
        }
        Optional<Wallet> opened = tx.get(LedgerCollections.wallet(receiver)).map(Document::value);
        return opened.isPresent() || !isUser ? opened : Optional.of(Wallet.empty(receiver, now));
    }

    private static boolean mayReceive(UserId receiver) {
        return !receiver.isTest() && !receiver.equals(UserId.SYSTEM);
    }
}
