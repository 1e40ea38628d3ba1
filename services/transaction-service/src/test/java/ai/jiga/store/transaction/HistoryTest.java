package ai.jiga.store.transaction;

import static ai.jiga.store.transaction.Ledger.CREATOR;
import static ai.jiga.store.transaction.Ledger.OWNER;
import static ai.jiga.store.transaction.Ledger.PLAYER;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.contracts.transaction.Distribution;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.Page;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.transaction.model.TransactionStatus;
import ai.jiga.store.transaction.model.TransactionType;
import ai.jiga.store.transaction.usecase.PaySandboxCheckout.Card;
import ai.jiga.store.transaction.usecase.ReadTransactions.TransactionView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private final Ledger ledger = new Ledger();

    @BeforeEach
    void fund() {
        ledger.fund(PLAYER, 100_000);
        ledger.register(OWNER, CREATOR);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private List<TransactionView> all(UserId user) {
        return ledger.history.list(user, null, null, 100, null).items();
    }

    private TransactionView newest(UserId user) {
        return all(user).getFirst();
    }

    private TransactionId bought() {
        TransactionId id = ledger.purchases
                .start(PLAYER, "silver", "sandbox", "https://player.example", null)
                .outcome()
                .orThrow()
                .transactionId();
        ledger.checkouts.pay(id, Card.SUCCESS).orThrow();
        return id;
    }

    @Test
    void aHireIsWhatItCostToThePlayerAndWhatItEarnedToTheOthers() {
        ledger.process.advance(Duration.ofSeconds(1));
        SessionId session = ledger.settled(PLAYER, OWNER, CREATOR, 5_000, 2_000);

        TransactionView player = newest(PLAYER);
        assertThat(player.type()).isEqualTo(TransactionType.HIRE);
        assertThat(player.status()).isEqualTo(TransactionStatus.COMPLETED);
        assertThat(player.amount()).isEqualTo(Dof.of(2_000));
        assertThat(player.direction()).isEqualTo("out");
        assertThat(player.sessionId()).isEqualTo(session);
        assertThat(player.entries().stream().mapToLong(e -> e.amount()).sum()).isEqualTo(-2_000);
        assertThat(player.distribution()).isEqualTo(new Distribution(Dof.of(1_400), Dof.of(500), Dof.of(100)));

        TransactionView owner = newest(OWNER);
        assertThat(owner.id()).isEqualTo(player.id());
        assertThat(owner.type()).isEqualTo(TransactionType.EARNING);
        assertThat(owner.amount()).isEqualTo(Dof.of(1_400));
        assertThat(owner.direction()).isEqualTo("in");
        assertThat(owner.entries())
                .singleElement()
                .satisfies(e -> assertThat(e.account()).isEqualTo("earnings"));

        TransactionView creator = newest(CREATOR);
        assertThat(creator.amount()).isEqualTo(Dof.of(100));
        assertThat(creator.direction()).isEqualTo("in");
        assertThat(creator.distribution()).isNull();
    }

    @Test
    void aRunningHireShowsWhatIsHeldToThePlayerOnly() {
        ledger.process.advance(Duration.ofSeconds(1));
        ledger.payments.hold(ledger.hire(ledger.newSession(), 5_000)).orThrow();

        assertThat(newest(PLAYER).status()).isEqualTo(TransactionStatus.PENDING);
        assertThat(newest(PLAYER).amount()).isEqualTo(Dof.of(5_000));
        assertThat(newest(PLAYER).completedAt()).isNull();
        assertThat(all(OWNER)).isEmpty();
    }

    @Test
    void aHireThatCameToNothingIsRefundedAndNoOwnersBusiness() {
        ledger.process.advance(Duration.ofSeconds(1));
        SessionId session = ledger.newSession();
        ledger.payments.hold(ledger.hire(session, 5_000)).orThrow();
        ledger.payments.voidHold(session);

        assertThat(newest(PLAYER).status()).isEqualTo(TransactionStatus.REFUNDED);
        assertThat(newest(PLAYER).amount()).isEqualTo(Dof.ZERO);
        assertThat(all(OWNER)).isEmpty();
    }

    @Test
    void aHoldThatWasVoidedAheadIsInNobodysHistory() {
        ledger.payments.voidHold(ledger.newSession());

        assertThat(all(PLAYER)).hasSize(1);
        assertThat(all(UserId.SYSTEM)).isEmpty();
    }

    @Test
    void aTransferShowsTheFeeToTheSenderAndTheGiftToTheRecipient() {
        ledger.process.advance(Duration.ofSeconds(1));
        ledger.transfers
                .transfer(PLAYER, OWNER, Dof.of(101), "thanks", Purse.OWN, null)
                .outcome()
                .orThrow();

        TransactionView sent = newest(PLAYER);
        assertThat(sent.amount()).isEqualTo(Dof.of(112));
        assertThat(sent.fee()).isEqualTo(Dof.of(11));
        assertThat(sent.direction()).isEqualTo("out");
        assertThat(sent.counterpartyId()).isEqualTo(OWNER);

        TransactionView received = newest(OWNER);
        assertThat(received.amount()).isEqualTo(Dof.of(101));
        assertThat(received.fee()).isNull();
        assertThat(received.direction()).isEqualTo("in");
        assertThat(received.counterpartyId()).isEqualTo(PLAYER);
        assertThat(received.note()).isEqualTo("thanks");
        assertThat(received.entries()).hasSize(1);
    }

    @Test
    void aPurchaseShowsDofAndTheMoneyPaid() {
        ledger.process.advance(Duration.ofSeconds(1));
        TransactionId id = bought();

        TransactionView purchase = ledger.history.find(PLAYER, id).orElseThrow();
        assertThat(purchase.direction()).isEqualTo("in");
        assertThat(purchase.amount()).isEqualTo(Dof.of(500_000));
        assertThat(purchase.currency()).isEqualTo("DOF");
        assertThat(purchase.money())
                .isNotNull()
                .satisfies(m -> assertThat(m.amount()).isEqualTo("14.99"));
    }

    @Test
    void anothersTransactionIsNotThere() {
        TransactionId id = bought();

        assertThat(ledger.history.find(PLAYER, id)).isPresent();
        assertThat(ledger.history.find(OWNER, id)).isEmpty();
        assertThat(ledger.history.find(PLAYER, TransactionId.of("unknown"))).isEmpty();
    }

    @Test
    void theHistoryIsReadPageByPageTheNewestFirstAndNothingIsLeftOutOrTwice() {
        for (int i = 0; i < 24; i++) {
            // Some at the same instant.
            if (i % 3 == 0) {
                ledger.process.clock().advance(Duration.ofMillis(1));
            }
            ledger.payments.hold(ledger.hire(ledger.newSession(), 10)).orThrow();
        }
        List<TransactionView> seen = new ArrayList<>();
        String cursor = null;
        do {
            Page<TransactionView> page = ledger.history.list(PLAYER, null, null, 7, cursor);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(7);
            seen.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(seen).hasSize(25).extracting(TransactionView::id).doesNotHaveDuplicates();
        assertThat(seen).extracting(TransactionView::createdAt).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void theHistoryIsFilteredByTypeAndStatusAsTheCallerSeesThem() {
        bought();
        ledger.payments.hold(ledger.hire(ledger.newSession(), 10)).orThrow();
        ledger.settled(PLAYER, OWNER, OWNER, 100, 100);

        assertThat(ledger.history
                        .list(PLAYER, TransactionType.HIRE, null, 100, null)
                        .items())
                .hasSize(2);
        assertThat(ledger.history
                        .list(PLAYER, TransactionType.HIRE, TransactionStatus.PENDING, 100, null)
                        .items())
                .hasSize(1);
        assertThat(ledger.history
                        .list(PLAYER, null, TransactionStatus.COMPLETED, 100, null)
                        .items())
                .hasSize(3);
        assertThat(ledger.history
                        .list(PLAYER, TransactionType.EARNING, null, 100, null)
                        .items())
                .isEmpty();
        assertThat(ledger.history
                        .list(OWNER, TransactionType.EARNING, null, 100, null)
                        .items())
                .hasSize(1);
        assertThat(ledger.history
                        .list(OWNER, TransactionType.HIRE, null, 100, null)
                        .items())
                .isEmpty();
    }

    @Test
    void whatAHistoryMovesIsWhatTheWalletHolds() {
        bought();
        ledger.settled(PLAYER, OWNER, CREATOR, 5_000, 1_234);
        ledger.payments.hold(ledger.hire(ledger.newSession(), 700)).orThrow();
        ledger.transfers
                .transfer(PLAYER, OWNER, Dof.of(55), null, Purse.OWN, null)
                .outcome()
                .orThrow();

        for (UserId user : List.of(PLAYER, OWNER, CREATOR)) {
            long moved = all(user).stream()
                    .filter(t -> t.status() == TransactionStatus.COMPLETED)
                    .mapToLong(t -> t.direction().equals("in")
                            ? t.amount().amount()
                            : -t.amount().amount())
                    .sum();
            var wallet = ledger.wallet(user);
            assertThat(moved)
                    .isEqualTo(wallet.balance()
                            .plus(wallet.earnings())
                            .plus(wallet.pending())
                            .amount());
        }
    }
}
