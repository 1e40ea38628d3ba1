package ai.jiga.store.documents.testkit;

import static ai.jiga.store.documents.testkit.Sample.WALLETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Update;
import ai.jiga.store.documents.testkit.Sample.Wallet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Under test every body runs twice, so that one which does more than read and write is found out.
public interface RunsBodiesTwiceContract extends EngineUnderTest {
    @Test
    default void eachBodyRunsTwiceAndTakesEffectOnce() {
        try (DocumentStore store = open()) {
            var runs = new AtomicInteger();
            var wakeUps = new AtomicInteger();
            put(store, WALLETS, "w", new Wallet(0, 0));
            long result = store.transact(tx -> {
                runs.incrementAndGet();
                tx.afterCommit(wakeUps::incrementAndGet);
                long available = tx.get(WALLETS.id("w")).orElseThrow().value().available();
                tx.update(WALLETS.id("w"), Update.of().increment("available", 1));
                return available;
            });
            assertThat(runs).hasValue(2);
            assertThat(wakeUps).hasValue(1);
            assertThat(result).isZero();
            assertThat(read(store, WALLETS.id("w")).available()).isEqualTo(1);
        }
    }

    @Test
    default void withoutRehearsalABodyRunsOnce() {
        try (DocumentStore store = open(StoreSetup.standard().withoutRehearsal())) {
            var runs = new AtomicInteger();
            store.transact(_ -> runs.incrementAndGet());
            assertThat(runs).hasValue(1);
        }
    }

    @Test
    default void aBodyThatThrowsThrowsOnce() {
        try (DocumentStore store = open()) {
            assertThatThrownBy(() -> store.transact(_ -> {
                        throw new IllegalStateException("no");
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("no");
        }
    }
}
