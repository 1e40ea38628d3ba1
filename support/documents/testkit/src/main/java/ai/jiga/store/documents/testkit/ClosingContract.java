package ai.jiga.store.documents.testkit;

import static ai.jiga.store.documents.testkit.Sample.WALLETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.testkit.Sample.Wallet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/// A closed store says so.
public interface ClosingContract extends EngineUnderTest {
    @Test
    default void aClosedStoreRefusesEverything() {
        DocumentStore store = open();
        store.close();
        assertThatThrownBy(() -> store.get(WALLETS.id("w"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.count(WALLETS.query())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.transact(_ -> 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.snapshot(_ -> 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.watch(WALLETS.query().limit(1), _ -> {}))
                .isInstanceOf(IllegalStateException.class);
        store.close();
    }

    @Test
    default void whatIsUnderWayEndsOrIsRefusedAndNeverHangs() {
        DocumentStore store = open();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> acknowledged = new ArrayList<>();
            var started = new CountDownLatch(4);
            for (int t = 0; t < 4; t++) {
                acknowledged.add(pool.submit(() -> {
                    int done = 0;
                    try {
                        while (true) {
                            put(store, WALLETS, "w" + done % 10, new Wallet(done, 0));
                            done++;
                            started.countDown();
                        }
                    } catch (IllegalStateException closed) {
                        return done;
                    }
                }));
            }
            started.await(20, TimeUnit.SECONDS);
            store.close();
            for (Future<Integer> future : acknowledged) {
                assertThat(future.get(20, TimeUnit.SECONDS)).isNotNegative();
            }
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
