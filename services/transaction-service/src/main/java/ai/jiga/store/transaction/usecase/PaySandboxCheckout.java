package ai.jiga.store.transaction.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.transaction.model.LedgerCollections;
import ai.jiga.store.transaction.model.LedgerTransaction;
import ai.jiga.store.transaction.model.LedgerTransaction.PurchaseTerms;
import ai.jiga.store.transaction.model.ProviderEvent;
import ai.jiga.store.transaction.model.TransactionStatus;
import ai.jiga.store.transaction.outbound.SandboxProvider;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Plays the provider: the checkout's buttons make a signed event, which takes the way that every
/// provider's events take.
public final class PaySandboxCheckout {
    private final DocumentStore store;
    private final ReceiveProviderEvent events;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final @Nullable SandboxProvider sandbox;

    /// @param sandbox null in a store without play money: then there are no checkouts
    public PaySandboxCheckout(
            DocumentStore store,
            ReceiveProviderEvent events,
            InstantSource clock,
            Supplier<String> ids,
            @Nullable SandboxProvider sandbox) {
        this.store = store;
        this.events = events;
        this.clock = clock;
        this.ids = ids;
        this.sandbox = sandbox;
    }

    public enum Card {
        @JsonProperty("success")
        SUCCESS,
        @JsonProperty("declined")
        DECLINED
    }

    public record Details(
            TransactionId transactionId,
            String packageId,
            String amount,
            String currency,
            Dof dofAmount,
            TransactionStatus status,
            String returnUrl,
            Instant expiresAt) {}

    public record Paid(TransactionId transactionId, TransactionStatus status, Dof dofAmount, String returnUrl) {}

    public Optional<Details> details(TransactionId id) {
        return purchase(id).map(t -> {
            PurchaseTerms terms = terms(t);
            return new Details(
                    id,
                    terms.packageId(),
                    BigDecimal.valueOf(terms.cents(), 2).toPlainString(),
                    "USD",
                    t.amount(),
                    t.status(),
                    terms.returnUrl(),
                    terms.payBy());
        });
    }

    /// A checkout ends once, by the card that is shown first: the provider's event has its id, so another
    /// one is a repetition. The same card again is answered as before; another one, and one that comes too
    /// late, is refused with CHECKOUT_CLOSED.
    public Outcome<Paid> pay(TransactionId id, Card card) {
        SandboxProvider provider = sandbox;
        LedgerTransaction open = purchase(id).orElse(null);
        if (provider == null || open == null) {
            return Outcome.rejected(ErrorCode.TRANSACTION_NOT_FOUND, "There is no such checkout.");
        }
        PurchaseTerms terms = terms(open);
        boolean pending = open.status() == TransactionStatus.PENDING;
        if (pending && clock.instant().isAfter(terms.payBy())) {
            return closed();
        }
        if (pending) {
            var kind =
                    card == Card.SUCCESS ? ProviderEvent.Kind.PAYMENT_SUCCEEDED : ProviderEvent.Kind.PAYMENT_DECLINED;
            var event = new ProviderEvent(
                    SandboxProvider.NAME, "checkout-" + id, kind, id, "sandbox-" + ids.get(), terms.cents());
            events.receive(provider.verify(provider.sign(event)).orElseThrow());
        }
        LedgerTransaction after = pending ? purchase(id).orElseThrow() : open;
        boolean failed = after.status() == TransactionStatus.FAILED;
        if (failed == (card == Card.DECLINED)) {
            return Outcome.done(new Paid(id, after.status(), after.amount(), terms.returnUrl()));
        }
        return failed
                ? closed()
                : Outcome.rejected(
                        ErrorCode.CHECKOUT_CLOSED, "This checkout is paid already: its DOF are in the buyer's wallet.");
    }

    private static Outcome<Paid> closed() {
        return Outcome.rejected(ErrorCode.CHECKOUT_CLOSED, "This checkout is closed. Start a new purchase to buy DOF.");
    }

    private Optional<LedgerTransaction> purchase(TransactionId id) {
        if (sandbox == null) {
            return Optional.empty();
        }
        return store.get(LedgerCollections.transaction(id))
                .map(Document::value)
                .filter(t -> t.purchase() != null && terms(t).provider().equals(SandboxProvider.NAME));
    }

    private static PurchaseTerms terms(LedgerTransaction t) {
        return java.util.Objects.requireNonNull(t.purchase());
    }
}
