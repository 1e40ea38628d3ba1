package ai.jiga.store.documents.testkit;

import static ai.jiga.store.documents.testkit.Sample.AGENTS;
import static ai.jiga.store.documents.testkit.Sample.LOOSE;
import static ai.jiga.store.documents.testkit.Sample.TICKETS;
import static ai.jiga.store.documents.testkit.Sample.WALLETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.IllegalTransactionException;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.TransactionBody;
import ai.jiga.store.documents.testkit.Sample.Loose;
import ai.jiga.store.documents.testkit.Sample.Ticket;
import ai.jiga.store.documents.testkit.Sample.Wallet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What Firestore refuses, every engine refuses.
public interface LimitsContract extends EngineUnderTest {
    @Test
    default void aTransactionHasFiveHundredWritesAtMost() {
        try (DocumentStore store = open()) {
            TransactionBody<Integer> full = tx -> {
                for (int i = 0; i < 500; i++) {
                    tx.set(WALLETS.id("w" + i), new Wallet(i, 0));
                }
                return 500;
            };
            assertThat(store.transact(full)).isEqualTo(500);
            assertThatThrownBy(() -> store.transact(tx -> {
                        full.run(tx);
                        tx.delete(WALLETS.id("one-more"));
                        return 0;
                    }))
                    .isInstanceOf(IllegalTransactionException.class);
            assertThat(store.count(WALLETS.query())).isEqualTo(500);
        }
    }

    @Test
    default void aDocumentHasOneMebibyteAtMost() {
        try (DocumentStore store = open()) {
            Ref<Ticket> ref = TICKETS.id("t");
            put(store, ref, new Ticket("x".repeat(1_048_000), null));
            assertThat(read(store, ref).text()).hasSize(1_048_000);
            assertThatThrownBy(() -> put(store, ref, new Ticket("x".repeat(1_048_576), null)))
                    .isInstanceOf(IllegalTransactionException.class);
            assertThatThrownBy(() -> put(store, ref, new Ticket("é".repeat(600_000), null)))
                    .isInstanceOf(IllegalTransactionException.class);
        }
    }

    @Test
    default void whatFirestoreCannotHoldIsRefused() {
        try (DocumentStore store = open()) {
            Map<String, Object> deep = Map.of("leaf", 1);
            for (int i = 0; i < 25; i++) {
                deep = Map.of("in", deep);
            }
            List<Map<String, Object>> refused = List.of(
                    deep,
                    Map.of("nested", List.of(List.of(1))),
                    Map.of("big", new java.math.BigInteger("9223372036854775808")),
                    Map.of("x", List.of(1)),
                    Map.of("half", "\uD83D"));
            for (Map<String, Object> fields : refused) {
                assertThatThrownBy(() -> put(store, LOOSE, "l", new Loose(fields)))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    default void inOpensThirtyAlternativesAtMost() {
        try (DocumentStore store = open()) {
            List<Integer> many = java.util.stream.IntStream.range(0, 31).boxed().toList();
            assertThatThrownBy(() -> AGENTS.query().where("price").in(many))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(store.count(AGENTS.query().where("price").in(many.subList(0, 30))))
                    .isZero();
        }
    }
}
