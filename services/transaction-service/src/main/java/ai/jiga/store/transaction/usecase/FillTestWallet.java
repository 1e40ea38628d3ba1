package ai.jiga.store.transaction.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.idempotency.Answered;
import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.RequestKey;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.transaction.model.Account;
import ai.jiga.store.transaction.model.Asset;
import ai.jiga.store.transaction.model.Journal;
import ai.jiga.store.transaction.model.LedgerCollections;
import ai.jiga.store.transaction.model.LedgerTransaction;
import ai.jiga.store.transaction.model.Posting;
import ai.jiga.store.transaction.model.TransactionStatus;
import ai.jiga.store.transaction.model.TransactionType;
import ai.jiga.store.transaction.model.Wallet;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Whoever tests gives themselves DOF_TEST: they are worth nothing, and buy nothing but tests.
public final class FillTestWallet {
    private final Idempotency idempotency;
    private final InstantSource clock;
    private final Supplier<String> ids;

    public FillTestWallet(Idempotency idempotency, InstantSource clock, Supplier<String> ids) {
        this.idempotency = idempotency;
        this.clock = clock;
        this.ids = ids;
    }

    /// As clients see it.
    public record TestFunds(TransactionId transactionId, Dof amount, Dof available, String currency) {}

    /// Refused with NOT_FOR_KEYS to who does not test.
    public Answered<TestFunds> fill(UserId user, Dof amount, @Nullable RequestKey key) {
        var id = TransactionId.of(ids.get());
        Instant now = clock.instant();
        return idempotency.once(key, TestFunds.class, tx -> {
            if (!user.isTest()) {
                return Outcome.rejected(
                        ErrorCode.NOT_FOR_KEYS, "Only a test wallet is filled for nothing: come with a test key.");
            }
            Wallet wallet = tx.get(LedgerCollections.wallet(user))
                    .map(Document::value)
                    .orElseGet(() -> Wallet.empty(user, now));
            List<Posting> postings = List.of(
                    Posting.of(Asset.DOF_TEST, Account.ISSUANCE, -amount.amount()),
                    Posting.of(Asset.DOF_TEST, Account.wallet(user), amount.amount()));
            var transaction = new LedgerTransaction(
                    id,
                    TransactionType.GRANT,
                    TransactionStatus.COMPLETED,
                    user,
                    amount,
                    postings,
                    LedgerTransaction.view(user, TransactionType.GRANT),
                    null,
                    null,
                    null,
                    null,
                    null,
                    "test funds",
                    now,
                    now);
            Journal.open(tx, transaction, wallet);
            return Outcome.done(new TestFunds(id, amount, wallet.available().plus(amount), Asset.DOF_TEST.name()));
        });
    }
}
