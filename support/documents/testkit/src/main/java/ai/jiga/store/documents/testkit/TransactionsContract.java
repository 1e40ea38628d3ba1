package ai.jiga.store.documents.testkit;

import static ai.jiga.store.documents.testkit.Sample.AGENTS;
import static ai.jiga.store.documents.testkit.Sample.WALLETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.IllegalTransactionException;
import ai.jiga.store.documents.MissingDocumentException;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.documents.Update;
import ai.jiga.store.documents.testkit.Sample.Agent;
import ai.jiga.store.documents.testkit.Sample.Wallet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a body may do, and what becomes of it.
public interface TransactionsContract extends EngineUnderTest {
    @Test
    default void aBodyReadsEverythingThatWasCommitted() {
        try (DocumentStore store = open()) {
            put(store, AGENTS, "a", Agent.of("n").priced(3));
            put(store, AGENTS, "b", Agent.of("n").priced(4));
            String read = store.transact(
                    tx -> tx.get(AGENTS.id("a")).orElseThrow().value().price()
                            + " "
                            + tx.getAll(List.of(AGENTS.id("b"), AGENTS.id("c"))).size()
                            + " "
                            + tx.query(AGENTS.query().ascending("price").limit(5))
                                    .documents()
                                    .size()
                            + " "
                            + tx.count(AGENTS.query())
                            + " "
                            + tx.sum(AGENTS.query(), "price"));
            assertThat(read).isEqualTo("3 1 2 2 7");
        }
    }

    @Test
    default void readingAfterWritingIsIllegal() {
        try (DocumentStore store = open()) {
            List<ReadOf> reads = List.of(
                    tx -> tx.get(WALLETS.id("w")),
                    tx -> tx.getAll(List.of(WALLETS.id("w"))),
                    tx -> tx.query(WALLETS.query().limit(1)),
                    tx -> tx.count(WALLETS.query()),
                    tx -> tx.sum(WALLETS.query(), "available"));
            for (ReadOf read : reads) {
                assertThatThrownBy(() -> store.transact(tx -> {
                            tx.set(WALLETS.id("w"), new Wallet(1, 0));
                            read.accept(tx);
                            return true;
                        }))
                        .isInstanceOf(IllegalTransactionException.class);
            }
            assertThat(store.get(WALLETS.id("w"))).isEmpty();
        }
    }

    /// A read of a transaction.
    interface ReadOf {
        void accept(Transaction tx);
    }

    @Test
    default void theStoreIsNotUsedFromWithinABody() {
        try (DocumentStore store = open()) {
            assertThatThrownBy(() -> store.transact(_ -> store.transact(_ -> 1)))
                    .isInstanceOf(IllegalTransactionException.class);
            assertThatThrownBy(() -> store.transact(_ -> store.snapshot(_ -> 1)))
                    .isInstanceOf(IllegalTransactionException.class);
            assertThatThrownBy(() -> store.transact(_ -> store.get(WALLETS.id("w"))))
                    .isInstanceOf(IllegalTransactionException.class);
            assertThatThrownBy(() -> store.snapshot(_ -> store.transact(_ -> 1)))
                    .isInstanceOf(IllegalTransactionException.class);
            assertThatThrownBy(() -> store.snapshot(_ -> store.count(WALLETS.query())))
                    .isInstanceOf(IllegalTransactionException.class);
            assertThat(store.<Integer>transact(_ -> 1)).isEqualTo(1);
        }
    }

    @Test
    default void aTransactionIsOfNoUseAfterItsBody() {
        try (DocumentStore store = open()) {
            List<Transaction> escaped = new ArrayList<>();
            store.transact(tx -> {
                escaped.add(tx);
                return true;
            });
            Transaction late = escaped.getLast();
            assertThatThrownBy(() -> late.set(WALLETS.id("w"), new Wallet(0, 0)))
                    .isInstanceOf(IllegalTransactionException.class);
            assertThatThrownBy(() -> late.get(WALLETS.id("w"))).isInstanceOf(IllegalTransactionException.class);
        }
    }

    @Test
    default void whatABodyThrowsComesOutAndNothingIsWritten() {
        try (DocumentStore store = open()) {
            var thrown = new IllegalStateException("no");
            assertThatThrownBy(() -> store.transact(tx -> {
                        tx.set(WALLETS.id("w"), new Wallet(1, 0));
                        throw thrown;
                    }))
                    .isSameAs(thrown);
            assertThat(store.get(WALLETS.id("w"))).isEmpty();
            put(store, WALLETS, "w", new Wallet(2, 0));
            assertThat(read(store, WALLETS.id("w")).available()).isEqualTo(2);
        }
    }

    @Test
    default void afterCommitRunsOnTheCallersThreadOnceAndOnlyAfterACommit() {
        try (DocumentStore store = open()) {
            List<Thread> ran = new ArrayList<>();
            store.transact(tx -> {
                tx.set(WALLETS.id("w"), new Wallet(1, 0));
                tx.afterCommit(() -> {
                    assertThat(store.get(WALLETS.id("w"))).isPresent();
                    ran.add(Thread.currentThread());
                });
                return true;
            });
            assertThat(ran).containsExactly(Thread.currentThread());
            assertThatThrownBy(() -> store.transact(tx -> {
                        tx.afterCommit(() -> ran.add(Thread.currentThread()));
                        tx.update(WALLETS.id("none"), Update.of().increment("held", 1));
                        return true;
                    }))
                    .isInstanceOf(MissingDocumentException.class);
            assertThat(ran).hasSize(1);
        }
    }

    @Test
    default void aWakeUpThatFailsDoesNotFailTheTransaction() {
        try (DocumentStore store = open()) {
            int result = store.transact(tx -> {
                tx.set(WALLETS.id("w"), new Wallet(1, 0));
                tx.afterCommit(() -> {
                    throw new IllegalStateException("thrown on purpose by a test");
                });
                return 7;
            });
            assertThat(result).isEqualTo(7);
        }
    }

    @Test
    default void aCommitIsVisibleToWhoeverAsksAfterwards() {
        try (DocumentStore store = open()) {
            for (int i = 0; i < 50; i++) {
                put(store, WALLETS, "w", new Wallet(i, 0));
                assertThat(read(store, WALLETS.id("w")).available()).isEqualTo(i);
            }
        }
    }

    @Test
    default void anInterruptedCallerLearnsTheOutcome() {
        try (DocumentStore store = open()) {
            Thread.currentThread().interrupt();
            put(store, WALLETS, "w", new Wallet(1, 0));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(store.get(WALLETS.id("w"))).isPresent();
        }
    }
}
