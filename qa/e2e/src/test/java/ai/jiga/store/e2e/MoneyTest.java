package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.Client.Answer;
import ai.jiga.store.e2e.Person.Wallet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// DOF bought and given.
@ExtendWith(RunningStore.class)
class MoneyTest {
    private static final String KEY = "Idempotency-Key";
    private static final long BRONZE = 150_000;

    private final Client store;

    MoneyTest(Client store) {
        this.store = store;
    }

    @Test
    void aNewWalletIsEmpty() {
        assertThat(Person.register(store).wallet()).isEqualTo(new Wallet(0, 0, 0, 0));
    }

    @Test
    void nothingIsCreditedBeforeItIsPaid() {
        Person player = Person.register(store);

        Answer checkout = player.checkout("gold");

        assertThat(checkout.text("/amount")).isEqualTo("39.99");
        assertThat(checkout.amount("/dofAmount")).isEqualTo(1_500_000);
        assertThat(player.wallet().balance()).isZero();
    }

    @Test
    void theSandboxShowsAPageWithoutInlineScript() {
        Person player = Person.register(store);

        Answer page = store.get(player.checkout("bronze").text("/checkoutUrl")).is(200);

        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.content())
                .doesNotContainPattern("<script(?![^>]*\\bsrc=)")
                .doesNotContainPattern("\\son\\w+=");
    }

    @Test
    void aDeclinedCardLeavesTheWalletAsItWas() {
        Person player = Person.register(store);
        Answer checkout = player.checkout("silver");

        player.client().post(checkout.text("/checkoutUrl") + "/pay", Map.of("card", "declined"));

        String id = checkout.text("/transactionId");
        Eventually.see(() -> player.client().get("/transactions/" + id).is(200).text("/status"), "failed"::equals);
        assertThat(player.wallet()).isEqualTo(new Wallet(0, 0, 0, 0));
        player.client()
                .post(checkout.text("/checkoutUrl") + "/pay", Map.of("card", "success"))
                .isProblem(409, "CHECKOUT_CLOSED");
    }

    @Test
    void payingTwiceCreditsOnce() {
        Person player = Person.register(store);
        String pay = player.checkout("silver").text("/checkoutUrl") + "/pay";

        Answer paid = player.client().post(pay, Map.of("card", "success")).is(200);
        Eventually.see(player::wallet, wallet -> wallet.balance() == Person.SILVER);
        assertThat(player.client().post(pay, Map.of("card", "success")).is(200).json())
                .isEqualTo(paid.json());
        player.client().post(pay, Map.of("card", "declined")).isProblem(409, "CHECKOUT_CLOSED");

        assertThat(player.wallet().balance()).isEqualTo(Person.SILVER);
    }

    @Test
    void payingFiveTimesAtOnceCreditsOnce() throws Exception {
        Person player = Person.register(store);
        String pay = player.checkout("silver").text("/checkoutUrl") + "/pay";

        List<Answer> answers = Eventually.atOnce(5, () -> player.client().post(pay, Map.of("card", "success")));

        assertThat(answers).extracting(Answer::status).contains(200).isSubsetOf(200, 409);
        Eventually.see(player::wallet, wallet -> wallet.balance() == Person.SILVER);
        // One more purchase is behind all that came of the first.
        player.buys("bronze");
        assertThat(player.wallet().balance()).isEqualTo(Person.SILVER + BRONZE);
    }

    @Test
    void aRepeatedPurchaseOpensOneCheckout() {
        Person player = Person.register(store);
        String key = UUID.randomUUID().toString();

        Answer first = player.client().post("/transactions/purchase", Person.purchase("silver"), KEY, key);
        Answer again = player.client().post("/transactions/purchase", Person.purchase("silver"), KEY, key);

        assertThat(first.is(201).replayed()).isFalse();
        assertThat(again.replayed()).isTrue();
        assertThat(again).isEqualTo(first);
        assertThat(player.transactions("type=purchase")).isEqualTo(1);
        player.client()
                .post("/transactions/purchase", Person.purchase("gold"), KEY, key)
                .isProblem(409, "IDEMPOTENCY_KEY_MISMATCH");
    }

    @Test
    void aPurchaseSentFiveTimesAtOnceOpensOneCheckout() throws Exception {
        Person player = Person.register(store);
        String key = UUID.randomUUID().toString();

        List<Answer> answers = Eventually.atOnce(
                5, () -> player.client().post("/transactions/purchase", Person.purchase("silver"), KEY, key));

        assertThat(answers).allMatch(answer -> answer.status() == 201).containsOnly(answers.getFirst());
        assertThat(player.transactions("type=purchase")).isEqualTo(1);
    }

    @Test
    void theSenderOfATransferPaysItsFee() {
        Person sender = Person.withSilver(store);
        Person recipient = recipient();

        Answer done = transfer(sender, recipient, 1_001).is(201);

        assertThat(done.amount("/fee")).isEqualTo(101);
        assertThat(done.amount("/from/newBalance")).isEqualTo(Person.SILVER - 1_102);
        assertThat(done.at("/to").has("newBalance")).isFalse();
        assertThat(sender.wallet().balance()).isEqualTo(Person.SILVER - 1_102);
        assertThat(recipient.wallet().balance()).isEqualTo(BRONZE + 1_001);
    }

    @Test
    void aRepeatedTransferMovesDofOnce() {
        Person sender = Person.withSilver(store);
        Person recipient = recipient();
        String key = UUID.randomUUID().toString();

        Answer first = transfer(sender, recipient, 1_000, KEY, key).is(201);
        Answer again = transfer(sender, recipient, 1_000, KEY, key);

        assertThat(again.replayed()).isTrue();
        assertThat(again).isEqualTo(first);
        transfer(sender, recipient, 2_000, KEY, key).isProblem(409, "IDEMPOTENCY_KEY_MISMATCH");
        assertThat(recipient.wallet().balance()).isEqualTo(BRONZE + 1_000);
        assertThat(sender.wallet().balance()).isEqualTo(Person.SILVER - 1_100);
    }

    @Test
    void aTransferSentFiveTimesAtOnceMovesDofOnceAndIsAnsweredTheSame() throws Exception {
        Person sender = Person.withSilver(store);
        Person recipient = recipient();
        String key = UUID.randomUUID().toString();

        List<Answer> answers = Eventually.atOnce(5, () -> transfer(sender, recipient, 1_000, KEY, key));

        assertThat(answers).allMatch(answer -> answer.status() == 201).containsOnly(answers.getFirst());
        assertThat(answers).filteredOn(answer -> !answer.replayed()).hasSize(1);
        assertThat(recipient.wallet().balance()).isEqualTo(BRONZE + 1_000);
    }

    @Test
    void aTransferThatTheWalletDoesNotCoverMovesNothing() {
        Person sender = Person.withSilver(store);
        Person recipient = recipient();

        Answer refused = transfer(sender, recipient, Person.SILVER).isProblem(402, "INSUFFICIENT_DOFS");

        assertThat(refused.amount("/required")).isEqualTo(Person.SILVER + 50_000);
        assertThat(refused.amount("/available")).isEqualTo(Person.SILVER);
        assertThat(refused.amount("/shortfall")).isEqualTo(50_000);
        assertThat(sender.wallet().balance()).isEqualTo(Person.SILVER);
        assertThat(recipient.wallet().balance()).isEqualTo(BRONZE);
    }

    @Test
    void twoTransfersAtOnceNeverSpendTheSameDofTwice() throws Exception {
        Person sender = Person.withSilver(store);
        Person recipient = recipient();

        List<Answer> answers = Eventually.atOnce(4, () -> transfer(sender, recipient, 300_000));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 402, 402, 402);
        assertThat(sender.wallet().balance()).isEqualTo(Person.SILVER - 330_000);
        assertThat(recipient.wallet().balance()).isEqualTo(BRONZE + 300_000);
    }

    @Test
    void anothersTransactionIsNotToBeFound() {
        Person player = Person.register(store);
        String id = player.checkout("silver").text("/transactionId");

        Person.register(store).client().get("/transactions/" + id).isProblem(404, "TRANSACTION_NOT_FOUND");
        store.get("/transactions/" + id).isProblem(401, "UNAUTHORIZED");
        player.client().get("/transactions/" + id).is(200);
    }

    /// A wallet is made a moment after its owner registered: who has bought something has one for sure.
    private Person recipient() {
        return Person.register(store).buys("bronze");
    }

    private static Answer transfer(Person from, Person to, long amount, String... headers) {
        return from.client().post("/transactions/transfer", Map.of("toUserId", to.id(), "amount", amount), headers);
    }
}
