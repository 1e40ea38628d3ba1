package ai.jiga.store.transaction;

import static ai.jiga.store.transaction.Ledger.CREATOR;
import static ai.jiga.store.transaction.Ledger.OWNER;
import static ai.jiga.store.transaction.Ledger.PLAYER;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.documents.Update;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.transaction.model.Account;
import ai.jiga.store.transaction.model.AccountShard;
import ai.jiga.store.transaction.model.Asset;
import ai.jiga.store.transaction.model.LedgerCollections;
import ai.jiga.store.transaction.model.LedgerTransaction;
import ai.jiga.store.transaction.model.Posting;
import ai.jiga.store.transaction.usecase.KeepBooks.Balance;
import ai.jiga.store.transaction.usecase.PaySandboxCheckout.Card;
import ai.jiga.store.transaction.usecase.TreasuryWatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BooksTest {
    private final Ledger ledger = new Ledger();

    @AfterEach
    void close() {
        ledger.close();
    }

    private TransactionId business() {
        ledger.register(PLAYER, OWNER, CREATOR);
        var checkout = ledger.purchases
                .start(PLAYER, "silver", "sandbox", "https://player.example", null)
                .outcome()
                .orThrow();
        ledger.checkouts.pay(checkout.transactionId(), Card.SUCCESS).orThrow();
        ledger.transfers
                .transfer(PLAYER, OWNER, Dof.of(1_000), null, Purse.OWN, null)
                .outcome()
                .orThrow();
        ledger.payments.hold(ledger.hire(ledger.newSession(), 2_000)).orThrow();
        TransactionId settled = TransactionId.of(ledger.settled(PLAYER, OWNER, CREATOR, 10_000, 4_000));
        ledger.process.settleEvents();
        return settled;
    }

    /// Writes what no use case would.
    private void tamper(TransactionId id, UnaryOperator<List<Posting>> change) {
        LedgerTransaction t = ledger.stored(id);
        var tampered = new LedgerTransaction(
                t.id(),
                t.type(),
                t.status(),
                t.userId(),
                t.amount(),
                change.apply(t.postings()),
                t.views(),
                t.agentId(),
                t.hire(),
                t.purchase(),
                t.transfer(),
                t.balance(),
                t.note(),
                t.createdAt(),
                t.completedAt());
        ledger.process.store().<Boolean>transact(tx -> {
            tx.set(LedgerCollections.transaction(id), tampered);
            return true;
        });
    }

    @Test
    void theTotalsOfAllAccountsSumToZeroInEachAsset() {
        business();

        var books = ledger.books.books(null);

        assertThat(books.balanced()).isTrue();
        assertThat(books.sums()).containsEntry(Asset.DOF, 0L).containsEntry(Asset.USD, 0L);
        assertThat(books.accounts())
                .contains(
                        new Balance("wallets", Asset.DOF, 500_000 - 100 - 2_000 - 4_000),
                        new Balance("held", Asset.DOF, 2_000),
                        new Balance("earnings", Asset.DOF, 3_000),
                        new Balance("fees", Asset.DOF, 100),
                        new Balance("revenue", Asset.DOF, 1_000),
                        new Balance("issuance", Asset.DOF, -500_000),
                        new Balance("external:sandbox", Asset.USD, -1_499),
                        new Balance("treasury", Asset.USD, 1_499));
    }

    @Test
    void anOperatorSeesOneUsersAccountsFoldedOrNot() {
        business();

        assertThat(ledger.books.books(PLAYER).accounts())
                .containsExactly(
                        new Balance("wallet:player", Asset.DOF, 500_000 - 1_100 - 2_000 - 4_000),
                        new Balance("held:player", Asset.DOF, 2_000),
                        new Balance("earnings:player", Asset.DOF, 0));
        assertThat(ledger.books.books(OWNER).accounts()).contains(new Balance("earnings:owner", Asset.DOF, 2_800));
        ledger.process.advance(Duration.ofSeconds(2));
        assertThat(ledger.books.books(OWNER).accounts()).contains(new Balance("earnings:owner", Asset.DOF, 2_800));
        assertThat(ledger.books.books(UserId.of("stranger")).accounts()).allMatch(a -> a.balance() == 0);
        assertThat(ledger.books.books(PLAYER).balanced()).isTrue();
    }

    @Test
    void emptyBooksAreRight() {
        assertThat(ledger.books.verify().sound()).isTrue();
        assertThat(ledger.books.books(null).balanced()).isTrue();
    }

    @Test
    void everyPostingIsReplayed() {
        business();

        var verification = ledger.books.verify();

        assertThat(verification.problems()).isEmpty();
        assertThat(verification.transactions()).isEqualTo(4);
        assertThat(verification.postings()).isGreaterThan(10);
    }

    @Test
    void aPostingThatWasChangedIsFoundAndItsTransactionNamed() {
        TransactionId id = business();
        tamper(id, postings -> {
            var changed = new ArrayList<>(postings);
            Posting first = changed.getFirst();
            changed.set(0, new Posting(first.account(), first.asset(), first.amount() + 1));
            return changed;
        });

        assertThat(ledger.books.verify().problems())
                .contains("the postings of transaction " + id + " sum to 1 DOF")
                .anyMatch(p -> p.startsWith("wallet:player DOF is kept as"));
    }

    @Test
    void aPairOfPostingsThatStillSumToZeroIsFoundToo() {
        TransactionId id = business();
        tamper(id, postings -> {
            var changed = new ArrayList<>(postings);
            changed.add(Posting.dof(Account.wallet(PLAYER), 500));
            changed.add(Posting.dof(Account.REVENUE, -500));
            return changed;
        });

        assertThat(ledger.books.verify().problems())
                .contains("the postings of transaction " + id + " move -3500 DOF for player, its order says -4000")
                .anyMatch(p -> p.startsWith("revenue DOF"));
    }

    @Test
    void postingsThatDisappearedAreFound() {
        TransactionId id = business();
        tamper(id, postings -> List.of());

        assertThat(ledger.books.verify().problems()).anyMatch(p -> p.contains(id.value()));
    }

    @Test
    void aBalanceThatWasChangedIsFoundAndItsAccountNamed() {
        business();
        ledger.process.store().<Boolean>transact(tx -> {
            tx.update(LedgerCollections.wallet(PLAYER), Update.of().increment("available", 7));
            return true;
        });

        assertThat(ledger.books.verify().problems()).singleElement().asString().startsWith("wallet:player DOF");
        assertThat(ledger.books.books(null).balanced()).isFalse();
    }

    @Test
    void aBalanceWithoutAnyPostingIsFound() {
        business();
        ledger.process.store().<Boolean>transact(tx -> {
            tx.create(
                    LedgerCollections.SHARDS.id("earnings:thief~DOF~0"),
                    new AccountShard("earnings:thief", Asset.DOF, 9));
            return true;
        });

        assertThat(ledger.books.verify().problems())
                .containsExactly("earnings:thief DOF is kept as 9, its postings add up to 0");
    }

    @Test
    void thePlatformIsLowUnderAMillionAndIsReadAgainAfterFiveSeconds() {
        var watch = new TreasuryWatch(ledger.books, ledger.process.clock());
        assertThat(watch.state().low()).isTrue();
        assertThat(watch.state().balance()).isZero();

        ledger.grants.endowTreasury(TransactionId.of("endowment"), Dof.of(999_999));
        ledger.grants.endowTreasury(TransactionId.of("endowment"), Dof.of(999_999));
        assertThat(watch.state().balance()).isZero();
        ledger.process.clock().advance(Duration.ofSeconds(5));
        assertThat(watch.state().balance()).isEqualTo(999_999);
        assertThat(watch.state().low()).isTrue();

        ledger.fund(PLAYER, 1_000);
        ledger.settled(PLAYER, UserId.SYSTEM, UserId.SYSTEM, 1, 1);
        ledger.process.clock().advance(Duration.ofSeconds(5));
        assertThat(watch.state().balance()).isEqualTo(1_000_000);
        assertThat(watch.state().low()).isFalse();
        ledger.assertSound();
    }
}
