package ai.jiga.store.documents.testkit;

import static ai.jiga.store.documents.testkit.Sample.AGENTS;
import static ai.jiga.store.documents.testkit.Sample.WALLETS;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.documents.AlreadyExistsException;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Update;
import ai.jiga.store.documents.testkit.Sample.Agent;
import ai.jiga.store.documents.testkit.Sample.Wallet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// Races: no update is lost, and sums hold in every snapshot.
public interface ContentionContract extends EngineUnderTest {
    /// How many threads race; an engine whose locks make that slow may take fewer.
    default int racers() {
        return 8;
    }

    /// How often a race is run whose outcome could be right by luck.
    default int rounds() {
        return 10;
    }

    private static void race(int threads, Callable<?> work) {
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                futures.add(pool.submit(work));
            }
            for (Future<?> future : futures) {
                future.get(60, TimeUnit.SECONDS);
            }
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    default void racingReadersAndWritersLoseNoUpdate() {
        try (DocumentStore store = open()) {
            Ref<Wallet> ref = put(store, WALLETS, "w", new Wallet(0, 0));
            race(racers(), () -> {
                for (int i = 0; i < 25; i++) {
                    store.transact(tx -> {
                        Wallet wallet = tx.get(ref).orElseThrow().value();
                        tx.set(ref, new Wallet(wallet.available() + 1, wallet.held()));
                        return true;
                    });
                }
                return true;
            });
            assertThat(read(store, ref).available()).isEqualTo(racers() * 25L);
        }
    }

    @Test
    default void racingIncrementsAllCount() {
        try (DocumentStore store = open()) {
            race(racers(), () -> {
                for (int i = 0; i < 25; i++) {
                    store.transact(tx -> {
                        tx.upsert(WALLETS.id("w"), new Wallet(0, 0), Update.of().increment("available", 1));
                        return true;
                    });
                }
                return true;
            });
            assertThat(read(store, WALLETS.id("w")).available()).isEqualTo(racers() * 25L);
        }
    }

    @Test
    default void ofRacingCreatorsExactlyOneWins() {
        try (DocumentStore store = open()) {
            var created = new AtomicInteger();
            race(racers(), () -> {
                try {
                    store.transact(tx -> {
                        tx.create(WALLETS.id("w"), new Wallet(1, 0));
                        return true;
                    });
                    created.incrementAndGet();
                } catch (AlreadyExistsException lost) {
                    assertThat(lost).hasMessageContaining("wallets/w");
                }
                return true;
            });
            assertThat(created).hasValue(1);
        }
    }

    @Test
    default void transfersKeepTheSumInEverySnapshot() {
        try (DocumentStore store = open()) {
            List<Ref<Wallet>> wallets = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                wallets.add(put(store, WALLETS, "w" + i, new Wallet(100, 0)));
            }
            var running = new AtomicBoolean(true);
            var torn = new AtomicReference<String>();
            var snapshots = new AtomicInteger();
            Thread reader = Thread.ofVirtual().start(() -> {
                while (running.get() || snapshots.get() == 0) {
                    String seen = store.snapshot(r -> {
                        long one = 0;
                        for (Ref<Wallet> ref : wallets) {
                            one += r.get(ref).orElseThrow().value().available();
                        }
                        long two = r.sum(WALLETS.query(), "available");
                        long three = r.getAll(wallets).stream()
                                .mapToLong(d -> d.value().available())
                                .sum();
                        return one + " " + two + " " + three;
                    });
                    if (!seen.equals("500 500 500")) {
                        torn.set(seen);
                    }
                    snapshots.incrementAndGet();
                }
            });
            race(racers(), () -> {
                var random = ThreadLocalRandom.current();
                for (int i = 0; i < 25; i++) {
                    Ref<Wallet> from = wallets.get(random.nextInt(5));
                    Ref<Wallet> to = wallets.get(random.nextInt(5));
                    long amount = random.nextLong(50);
                    store.transact(tx -> {
                        Wallet source = tx.get(from).orElseThrow().value();
                        Wallet target = tx.get(to).orElseThrow().value();
                        if (source.available() < amount || from.equals(to)) {
                            return false;
                        }
                        tx.set(from, new Wallet(source.available() - amount, 0));
                        tx.set(to, new Wallet(target.available() + amount, 0));
                        return true;
                    });
                }
                return true;
            });
            running.set(false);
            try {
                reader.join();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            assertThat(torn).hasNullValue();
            assertThat(store.getAll(wallets)).allMatch(d -> d.value().available() >= 0);
        }
    }

    /// Two doctors on call, and each may leave if the other stays: the anomaly that snapshot isolation lets through.
    @Test
    default void writeSkewIsPrevented() {
        try (DocumentStore store = open()) {
            for (int round = 0; round < rounds(); round++) {
                put(store, AGENTS, "x", Agent.of("x").ownedBy("call"));
                put(store, AGENTS, "y", Agent.of("y").ownedBy("call"));
                var next = new AtomicInteger();
                race(2, () -> {
                    Ref<Agent> mine = AGENTS.id(next.getAndIncrement() == 0 ? "x" : "y");
                    store.transact(tx -> {
                        if (tx.query(AGENTS.query().where("ownerId").is("call").limit(5))
                                        .documents()
                                        .size()
                                == 2) {
                            tx.update(mine, Update.of().set("ownerId", "home"));
                        }
                        return true;
                    });
                    return true;
                });
                assertThat(store.count(AGENTS.query().where("ownerId").is("call")))
                        .isEqualTo(1);
            }
        }
    }
}
