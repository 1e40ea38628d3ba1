package ai.jiga.store.documents.testkit;

import static ai.jiga.store.documents.testkit.Sample.AGENTS;
import static ai.jiga.store.documents.testkit.Sample.LOOSE;
import static ai.jiga.store.documents.testkit.Sample.WALLETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.testkit.Sample.Agent;
import ai.jiga.store.documents.testkit.Sample.Loose;
import ai.jiga.store.documents.testkit.Sample.Wallet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Count and sum.
public interface AggregatesContract extends EngineUnderTest {
    @Test
    default void countAndSumFollowTheQuery() {
        try (DocumentStore store = open()) {
            for (int i = 0; i < 10; i++) {
                put(
                        store,
                        AGENTS,
                        "a" + i,
                        Agent.of("n").ownedBy(i < 4 ? "x" : "y").priced(i).tagged("t" + i % 2));
            }
            Query<Agent> x = AGENTS.query().where("ownerId").is("x");
            assertThat(store.count(AGENTS.query())).isEqualTo(10);
            assertThat(store.count(x)).isEqualTo(4);
            assertThat(store.sum(x, "price")).isEqualTo(6);
            assertThat(store.count(AGENTS.query().limit(3))).isEqualTo(3);
            assertThat(store.count(AGENTS.query().limit(30))).isEqualTo(10);
            assertThat(store.sum(AGENTS.query().descending("price").limit(2), "price"))
                    .isEqualTo(17);
            assertThat(store.sum(AGENTS.query().where("price").atLeast(8), "price"))
                    .isEqualTo(17);
            assertThat(store.sum(AGENTS.query().where("tags").contains("t1"), "price"))
                    .isEqualTo(25);
            assertThat(store.sum(AGENTS.query().where("price").in(List.of(1, 2, 99)), "price"))
                    .isEqualTo(3);
            assertThat(store.sum(
                            AGENTS.query().where("price").in(List.of(1, 2, 3)).limit(2), "price"))
                    .isEqualTo(3);
        }
    }

    @Test
    default void aSumIsExactAndRefusesToOverflow() {
        try (DocumentStore store = open()) {
            put(store, WALLETS, "a", new Wallet((1L << 53) + 1, Long.MAX_VALUE));
            put(store, WALLETS, "b", new Wallet((1L << 53) + 2, 1));
            put(store, WALLETS, "c", new Wallet(-5, 0));
            assertThat(store.sum(WALLETS.query(), "available")).isEqualTo((1L << 54) - 2);
            assertThatThrownBy(() -> store.sum(WALLETS.query(), "held")).isInstanceOf(ArithmeticException.class);
        }
    }

    @Test
    default void absentFieldsCountAsNothingAndFractionsAreRefused() {
        try (DocumentStore store = open()) {
            put(store, LOOSE, "a", new Loose(Map.of("n", 3)));
            put(store, LOOSE, "b", new Loose(Map.of()));
            assertThat(store.sum(LOOSE.query(), "fields.n")).isEqualTo(3);
            assertThat(store.sum(LOOSE.query(), "fields.none")).isZero();
            put(store, LOOSE, "c", new Loose(Map.of("n", 0.5)));
            assertThatThrownBy(() -> store.sum(LOOSE.query(), "fields.n")).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
