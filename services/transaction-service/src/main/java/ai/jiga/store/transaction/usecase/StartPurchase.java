package ai.jiga.store.transaction.usecase;

import ai.jiga.store.contracts.transaction.TransactionInitiated;
import ai.jiga.store.idempotency.Answered;
import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.RequestKey;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.queue.Task;
import ai.jiga.store.queue.Tasks;
import ai.jiga.store.transaction.model.DofPackage;
import ai.jiga.store.transaction.model.LedgerCollections;
import ai.jiga.store.transaction.model.LedgerTransaction;
import ai.jiga.store.transaction.model.LedgerTransaction.PurchaseTerms;
import ai.jiga.store.transaction.model.TransactionStatus;
import ai.jiga.store.transaction.model.TransactionType;
import ai.jiga.store.transaction.outbound.SandboxProvider;
import com.fasterxml.jackson.databind.node.NullNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Opens a checkout for a package. Nothing is posted until the provider says that it was paid.
public final class StartPurchase {
    /// The kind of the task that gives up an unpaid checkout; its id is the transaction's.
    public static final String CLOSE_CHECKOUT = "ledger.close-checkout";

    private static final Duration CHECKOUT_OPEN = Duration.ofHours(1);

    private final Idempotency idempotency;
    private final Outbox outbox;
    private final Tasks tasks;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final @Nullable SandboxProvider sandbox;

    /// @param sandbox the provider of play money, where this store has it
    public StartPurchase(
            Idempotency idempotency,
            Outbox outbox,
            Tasks tasks,
            InstantSource clock,
            Supplier<String> ids,
            @Nullable SandboxProvider sandbox) {
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.tasks = tasks;
        this.clock = clock;
        this.ids = ids;
        this.sandbox = sandbox;
    }

    /// As clients see it.
    public record Checkout(
            TransactionId transactionId,
            String checkoutUrl,
            String amount,
            String currency,
            Dof dofAmount,
            Instant expiresAt) {}

    public Answered<Checkout> start(
            UserId user, String packageId, String paymentMethod, String returnUrl, @Nullable RequestKey key) {
        var id = TransactionId.of(ids.get());
        EventStamp stamp = outbox.stamp();
        Instant now = clock.instant();
        return idempotency.once(key, Checkout.class, tx -> {
            DofPackage bought = DofPackage.of(packageId).orElse(null);
            if (bought == null) {
                return Outcome.rejected(
                        ErrorCode.UNKNOWN_PACKAGE,
                        "There is no package '" + packageId + "'. Choose bronze, silver, gold or platinum.");
            }
            if (sandbox == null || !paymentMethod.equals(SandboxProvider.NAME)) {
                return Outcome.rejected(
                        ErrorCode.PAYMENT_METHOD_UNAVAILABLE,
                        "This store does not take payments by '" + paymentMethod + "'."
                                + (sandbox == null ? "" : " It takes 'sandbox'."));
            }
            if (!isAllowedReturn(returnUrl)) {
                return Outcome.rejected(
                        ErrorCode.INVALID_RETURN_URL, "'returnUrl' is an https address, or http on localhost.");
            }
            Instant payBy = now.plus(CHECKOUT_OPEN);
            var terms = new PurchaseTerms(bought.id(), SandboxProvider.NAME, bought.cents(), returnUrl, payBy, null);
            tx.create(
                    LedgerCollections.transaction(id),
                    new LedgerTransaction(
                            id,
                            TransactionType.PURCHASE,
                            TransactionStatus.PENDING,
                            user,
                            bought.dof(),
                            List.of(),
                            LedgerTransaction.view(user, TransactionType.PURCHASE),
                            null,
                            null,
                            terms,
                            null,
                            null,
                            null,
                            now,
                            null));
            tasks.schedule(tx, new Task(CLOSE_CHECKOUT, id.value(), payBy, NullNode.getInstance()));
            outbox.append(
                    tx, stamp, 1, new TransactionInitiated(id, user, TransactionType.PURCHASE.label(), bought.dof()));
            return Outcome.done(new Checkout(id, sandbox.checkoutUrl(id), bought.price(), "USD", bought.dof(), payBy));
        });
    }

    private static boolean isAllowedReturn(String url) {
        try {
            URI uri = URI.create(url);
            String host = uri.getHost();
            if (host == null || uri.getUserInfo() != null) {
                return false;
            }
            boolean local = host.equals("localhost") || host.equals("127.0.0.1");
            return "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && local);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
