package ai.jiga.store.transaction;

import static ai.jiga.store.transaction.Ledger.PLAYER;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.idempotency.Answered;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.transaction.model.LedgerTransaction;
import ai.jiga.store.transaction.model.ProviderEvent;
import ai.jiga.store.transaction.model.ProviderEvent.Kind;
import ai.jiga.store.transaction.model.TransactionStatus;
import ai.jiga.store.transaction.outbound.SandboxProvider;
import ai.jiga.store.transaction.usecase.PaySandboxCheckout.Card;
import ai.jiga.store.transaction.usecase.PaySandboxCheckout.Paid;
import ai.jiga.store.transaction.usecase.ReceiveProviderEvent.Effect;
import ai.jiga.store.transaction.usecase.StartPurchase.Checkout;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PurchaseTest {
    private static final String BACK = "https://player.example/thanks";

    private final Ledger ledger = new Ledger();

    @BeforeEach
    void register() {
        ledger.register(PLAYER);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Checkout checkout(String packageId) {
        return ledger.purchases
                .start(PLAYER, packageId, "sandbox", BACK, null)
                .outcome()
                .orThrow();
    }

    private ProviderEvent event(String id, Kind kind, TransactionId purchase, long cents) {
        return new ProviderEvent(SandboxProvider.NAME, id, kind, purchase, "payment-" + id, cents);
    }

    private TransactionStatus status(TransactionId id) {
        return ledger.stored(id).status();
    }

    @ParameterizedTest
    @CsvSource({"bronze,4.99,150000", "silver,14.99,500000", "gold,39.99,1500000", "platinum,99.99,5000000"})
    void aPaidPackageIsInTheWalletAndItsMoneyInTheBooks(String packageId, String price, long dof) {
        Checkout checkout = checkout(packageId);
        assertThat(checkout.amount()).isEqualTo(price);
        assertThat(checkout.dofAmount()).isEqualTo(Dof.of(dof));
        assertThat(checkout.checkoutUrl()).isEqualTo("https://store.example/checkout/" + checkout.transactionId());
        assertThat(ledger.available(PLAYER)).isZero();

        Paid paid = ledger.checkouts.pay(checkout.transactionId(), Card.SUCCESS).orThrow();

        assertThat(paid.status()).isEqualTo(TransactionStatus.COMPLETED);
        assertThat(paid.returnUrl()).isEqualTo(BACK);
        assertThat(ledger.available(PLAYER)).isEqualTo(dof);
        assertThat(ledger.account("issuance")).isEqualTo(-dof);
        ledger.assertSound();
    }

    @Test
    void aCheckoutIsPaidOnce() {
        TransactionId id = checkout("silver").transactionId();
        Paid paid = ledger.checkouts.pay(id, Card.SUCCESS).orThrow();

        assertThat(ledger.checkouts.pay(id, Card.SUCCESS).orThrow())
                .as("whoever lost the answer gets it again")
                .isEqualTo(paid);
        Ledger.assertRefused(ledger.checkouts.pay(id, Card.DECLINED), ErrorCode.CHECKOUT_CLOSED);

        assertThat(ledger.available(PLAYER)).isEqualTo(500_000);
        ledger.assertSound();
    }

    @Test
    void ofTwoCardsThatAreShownAtOnceOneEndsTheCheckoutAndTheOtherIsToldSo() throws InterruptedException {
        for (int round = 0; round < 20; round++) {
            TransactionId id = checkout("bronze").transactionId();

            List<Outcome<Paid>> answers =
                    AtOnce.times(2, i -> () -> ledger.checkouts.pay(id, i == 0 ? Card.SUCCESS : Card.DECLINED));

            boolean completed = ledger.stored(id).status() == TransactionStatus.COMPLETED;
            assertThat(answers.get(completed ? 0 : 1)).isInstanceOf(Outcome.Done.class);
            Ledger.assertRefused(answers.get(completed ? 1 : 0), ErrorCode.CHECKOUT_CLOSED);
        }
        ledger.assertSound();
    }

    @Test
    void aCheckoutThatIsPaidTenTimesAtOnceIsPaidOnce() throws InterruptedException {
        TransactionId id = checkout("silver").transactionId();

        AtOnce.times(10, i -> () -> ledger.checkouts.pay(id, Card.SUCCESS));

        assertThat(ledger.available(PLAYER)).isEqualTo(500_000);
        ledger.assertSound();
    }

    @Test
    void aDeclinedCardChargesNothingAndClosesTheCheckout() {
        TransactionId id = checkout("silver").transactionId();

        assertThat(ledger.checkouts.pay(id, Card.DECLINED).orThrow().status()).isEqualTo(TransactionStatus.FAILED);

        Ledger.assertRefused(ledger.checkouts.pay(id, Card.SUCCESS), ErrorCode.CHECKOUT_CLOSED);
        assertThat(ledger.available(PLAYER)).isZero();
        assertThat(ledger.stored(id).note()).contains("declined");
        ledger.assertSound();
    }

    @Test
    void theSameEventOfAProviderCountsOnce() {
        TransactionId id = checkout("silver").transactionId();
        ProviderEvent event = event("e1", Kind.PAYMENT_SUCCEEDED, id, 1_499);

        assertThat(ledger.providerEvents.receive(event)).isEqualTo(Effect.CREDITED);
        assertThat(ledger.providerEvents.receive(event)).isEqualTo(Effect.REPEATED);
        assertThat(ledger.providerEvents.receive(event("e2", Kind.PAYMENT_SUCCEEDED, id, 1_499)))
                .isEqualTo(Effect.NOTHING);

        assertThat(ledger.available(PLAYER)).isEqualTo(500_000);
        ledger.assertSound();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 1_498, 1_500, 149_900})
    void anotherAmountThanThePriceCreditsNothing(long cents) {
        TransactionId id = checkout("silver").transactionId();

        assertThat(ledger.providerEvents.receive(event("e1", Kind.PAYMENT_SUCCEEDED, id, cents)))
                .isEqualTo(Effect.FAILED);

        assertThat(status(id)).isEqualTo(TransactionStatus.FAILED);
        assertThat(ledger.available(PLAYER)).isZero();
        ledger.assertSound();
    }

    @Test
    void anEventOfAnUnknownTransactionIsKeptAndDoesNothing() {
        ProviderEvent event = event("e1", Kind.PAYMENT_SUCCEEDED, TransactionId.of("nobodys"), 1_499);

        assertThat(ledger.providerEvents.receive(event)).isEqualTo(Effect.NOTHING);
        assertThat(ledger.providerEvents.receive(event)).isEqualTo(Effect.REPEATED);
        ledger.assertSound();
    }

    @Test
    void anEventOfAnotherProviderOrAboutAHireDoesNothing() {
        TransactionId id = checkout("silver").transactionId();
        var foreign = new ProviderEvent("stripe", "e1", Kind.PAYMENT_SUCCEEDED, id, "p", 1_499);
        assertThat(ledger.providerEvents.receive(foreign)).isEqualTo(Effect.NOTHING);
        assertThat(status(id)).isEqualTo(TransactionStatus.PENDING);

        ledger.fund(PLAYER, 1_000);
        var hire = ledger.payments.hold(ledger.hire(ledger.newSession(), 1_000)).orThrow();
        assertThat(ledger.providerEvents.receive(event("e2", Kind.PAYMENT_SUCCEEDED, hire.transactionId(), 1_000)))
                .isEqualTo(Effect.NOTHING);
        ledger.assertSound();
    }

    @Test
    void aCheckoutNobodyPaidIsClosedAfterItsTime() {
        Checkout checkout = checkout("silver");

        ledger.process.advance(Duration.ofHours(1).plusSeconds(1));

        Ledger.assertRefused(ledger.checkouts.pay(checkout.transactionId(), Card.SUCCESS), ErrorCode.CHECKOUT_CLOSED);
        assertThat(status(checkout.transactionId())).isEqualTo(TransactionStatus.FAILED);
        assertThat(ledger.available(PLAYER)).isZero();
    }

    @Test
    void aPaidCheckoutStaysPaidAfterItsTime() {
        TransactionId id = checkout("silver").transactionId();
        ledger.checkouts.pay(id, Card.SUCCESS).orThrow();

        ledger.process.advance(Duration.ofHours(2));

        assertThat(status(id)).isEqualTo(TransactionStatus.COMPLETED);
        assertThat(ledger.available(PLAYER)).isEqualTo(500_000);
    }

    @Test
    void moneyThatArrivesLateOrAfterADeclineIsCredited() {
        TransactionId late = checkout("bronze").transactionId();
        ledger.process.advance(Duration.ofHours(2));
        assertThat(ledger.providerEvents.receive(event("e1", Kind.PAYMENT_SUCCEEDED, late, 499)))
                .isEqualTo(Effect.CREDITED);

        TransactionId declined = checkout("bronze").transactionId();
        ledger.providerEvents.receive(event("e2", Kind.PAYMENT_DECLINED, declined, 499));
        assertThat(ledger.providerEvents.receive(event("e3", Kind.PAYMENT_SUCCEEDED, declined, 499)))
                .isEqualTo(Effect.CREDITED);

        assertThat(ledger.available(PLAYER)).isEqualTo(300_000);
        assertThat(ledger.stored(declined).note()).isNull();
        ledger.assertSound();
    }

    @Test
    void aDeclineAfterThePaymentChangesNothing() {
        TransactionId id = checkout("bronze").transactionId();
        ledger.providerEvents.receive(event("e1", Kind.PAYMENT_SUCCEEDED, id, 499));

        assertThat(ledger.providerEvents.receive(event("e2", Kind.PAYMENT_DECLINED, id, 499)))
                .isEqualTo(Effect.NOTHING);

        assertThat(status(id)).isEqualTo(TransactionStatus.COMPLETED);
        assertThat(ledger.available(PLAYER)).isEqualTo(150_000);
    }

    @Test
    void whatIsBoughtBeforeTheWalletWasOpenedIsNotLost() {
        UserId early = UserId.of("early");
        Checkout checkout = ledger.purchases
                .start(early, "bronze", "sandbox", BACK, null)
                .outcome()
                .orThrow();
        ledger.checkouts.pay(checkout.transactionId(), Card.SUCCESS).orThrow();
        ledger.register(early);

        assertThat(ledger.available(early)).isEqualTo(150_000);
    }

    @Test
    void theSameKeyOpensOneCheckout() {
        Answered<Checkout> first = keyed("k1", "silver");
        Answered<Checkout> again = keyed("k1", "silver");

        assertThat(again.replayed()).isTrue();
        assertThat(again.outcome()).isEqualTo(first.outcome());
        assertThat(keyed("k2", "silver").outcome()).isNotEqualTo(first.outcome());
        Ledger.assertRefused(keyed("k1", "gold").outcome(), ErrorCode.IDEMPOTENCY_KEY_MISMATCH);
    }

    private Answered<Checkout> keyed(String key, String packageId) {
        return ledger.purchases.start(PLAYER, packageId, "sandbox", BACK, ledger.key(PLAYER, key, packageId));
    }

    @Test
    void unknownPackagesMethodsAndReturnsAreRefused() {
        assertRefused("diamond", "sandbox", BACK, ErrorCode.UNKNOWN_PACKAGE);
        assertRefused("silver", "stripe", BACK, ErrorCode.PAYMENT_METHOD_UNAVAILABLE);
        for (String back : List.of(
                "http://player.example/",
                "javascript:alert(1)",
                "/here",
                "https://",
                "ht tp://x",
                "https://user:secret@player.example/",
                "http://localhost.player.example/")) {
            assertRefused("silver", "sandbox", back, ErrorCode.INVALID_RETURN_URL);
        }
        assertThat(ledger.purchases
                        .start(PLAYER, "silver", "sandbox", "http://localhost:5173/x", null)
                        .outcome())
                .isInstanceOf(Outcome.Done.class);
    }

    private void assertRefused(String packageId, String method, String back, ErrorCode code) {
        Ledger.assertRefused(
                ledger.purchases.start(PLAYER, packageId, method, back, null).outcome(), code);
    }

    @Test
    void aStoreWithoutPlayMoneyHasNoSandboxAndNoCheckouts() {
        try (Ledger live = new Ledger(false)) {
            Ledger.assertRefused(
                    live.purchases
                            .start(PLAYER, "silver", "sandbox", BACK, null)
                            .outcome(),
                    ErrorCode.PAYMENT_METHOD_UNAVAILABLE);
            assertThat(live.checkouts.details(TransactionId.of("any"))).isEmpty();
            Ledger.assertRefused(
                    live.checkouts.pay(TransactionId.of("any"), Card.SUCCESS), ErrorCode.TRANSACTION_NOT_FOUND);
        }
    }

    @Test
    void anEventIsBelievedForItsSignatureAlone() {
        var json = ledger.process.foundation().json();
        var provider = new SandboxProvider(json, "one".getBytes(StandardCharsets.UTF_8), "https://store.example/c");
        var another = new SandboxProvider(json, "two".getBytes(StandardCharsets.UTF_8), "https://store.example/c");
        ProviderEvent event = event("e1", Kind.PAYMENT_SUCCEEDED, TransactionId.of("t"), 499);
        SandboxProvider.Signed signed = provider.sign(event);

        assertThat(provider.verify(signed)).contains(event);
        assertThat(another.verify(signed)).isEmpty();
        assertThat(provider.verify(new SandboxProvider.Signed(signed.body().replace("499", "1"), signed.signature())))
                .isEmpty();
    }

    @Test
    void theCheckoutShowsWhatItAsksFor() {
        Checkout checkout = checkout("gold");

        assertThat(ledger.checkouts.details(checkout.transactionId())).hasValueSatisfying(details -> {
            assertThat(details.amount()).isEqualTo("39.99");
            assertThat(details.status()).isEqualTo(TransactionStatus.PENDING);
            assertThat(details.expiresAt()).isEqualTo(checkout.expiresAt());
        });
        assertThat(ledger.checkouts.details(TransactionId.of("unknown"))).isEmpty();
        LedgerTransaction open = ledger.stored(checkout.transactionId());
        assertThat(open.postings()).isEmpty();
    }
}
