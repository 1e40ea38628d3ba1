package ai.jiga.store.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.jiga.store.cache.WriteBehind.Entry;
import ai.jiga.store.cache.WriteBehind.Options;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WriteBehindTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final List<List<Entry<Integer>>> batches = new CopyOnWriteArrayList<>();

    private static Options options(int capacity, int batch, Duration delay, Duration patience) {
        return new Options("test", capacity, batch, delay, patience);
    }

    private List<Entry<Integer>> written() {
        return batches.stream().flatMap(List::stream).toList();
    }

    @Test
    void whatIsAddedIsWrittenInItsOrderAndTogether() {
        try (var behind = WriteBehind.<Integer>each(options(100, 10, LONG, LONG), batches::add)) {
            for (int i = 0; i < 9; i++) {
                behind.add("k" + i % 2, i);
            }
            assertThat(batches).isEmpty();
            behind.flush();
            assertThat(batches).hasSize(1);
            assertThat(written()).extracting(Entry::value).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
        }
    }

    @Test
    void aFullBatchAndTheDelayAreReasonsToWrite() throws InterruptedException {
        var arrived = new CountDownLatch(2);
        WriteBehind.Sink<Integer> sink = batch -> {
            batches.add(batch);
            arrived.countDown();
        };
        try (var full = WriteBehind.<Integer>each(options(100, 2, LONG, LONG), sink);
                var delayed = WriteBehind.<Integer>each(options(100, 2, SHORT, LONG), sink)) {
            full.add("a", 1);
            full.add("b", 2);
            delayed.add("c", 3);
            assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(batches).extracting(List::size).containsExactlyInAnyOrder(2, 1);
        }
    }

    @Test
    void closingWritesWhatWaitsAndTakesNoMore() {
        var behind = WriteBehind.<Integer>each(options(100, 3, LONG, LONG), batches::add);
        for (int i = 0; i < 10; i++) {
            behind.add("a", i);
        }
        behind.close();
        assertThat(written()).hasSize(10);
        assertThatIllegalStateException().isThrownBy(() -> behind.add("a", 10));
        behind.close();
    }

    @Test
    void valuesOfAKeyBecomeOneWhereTheCallerSaysHow() {
        try (var sums = WriteBehind.coalescing(options(2, 10, LONG, LONG), Integer::sum, batches::add)) {
            for (int i = 1; i <= 100; i++) {
                sums.add(i % 2 == 0 ? "even" : "odd", i);
            }
            sums.flush();
            assertThat(written()).containsExactly(new Entry<>("odd", 2_500), new Entry<>("even", 2_550));
        }
    }

    @Test
    void aSinkThatFailsGetsTheSameAgainAndNothingOvertakesIt() {
        var failures = new AtomicInteger(3);
        try (var behind = WriteBehind.<Integer>each(options(100, 2, Duration.ZERO, LONG), batch -> {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("the disk is away");
            }
            batches.add(batch);
        })) {
            for (int i = 0; i < 7; i++) {
                behind.add("a", i);
            }
            behind.flush();
            assertThat(written()).extracting(Entry::value).containsExactly(0, 1, 2, 3, 4, 5, 6);
        }
    }

    @Test
    void whoAddsToAFullOneWaitsForRoomAndNothingIsLost() throws Exception {
        var open = new CountDownLatch(1);
        try (var behind = WriteBehind.<Integer>each(options(4, 2, Duration.ZERO, LONG), batch -> {
                    await(open);
                    batches.add(batch);
                });
                var threads = Executors.newFixedThreadPool(4)) {
            var done = new AtomicInteger();
            List<Callable<Void>> adders = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                String key = "k" + t;
                adders.add(() -> {
                    for (int i = 0; i < 50; i++) {
                        behind.add(key, i);
                        done.incrementAndGet();
                    }
                    return null;
                });
            }
            var all = adders.stream().map(threads::submit).toList();
            while (done.get() < 4) {
                Thread.onSpinWait();
            }
            assertThat(done).hasValue(4);
            open.countDown();
            for (var one : all) {
                one.get();
            }
            behind.flush();
        }
        var last = new ConcurrentHashMap<String, Integer>();
        for (Entry<Integer> entry : written()) {
            assertThat(entry.value()).isEqualTo(last.getOrDefault(entry.key(), -1) + 1);
            last.put(entry.key(), entry.value());
        }
        assertThat(last).hasSize(4).allSatisfy((key, value) -> assertThat(value).isEqualTo(49));
    }

    @Test
    void aSinkThatIsGoneIsWaitedForWithPatienceOnly() {
        var behind = WriteBehind.<Integer>each(options(1, 1, Duration.ZERO, SHORT), batch -> {
            throw new IllegalStateException("the disk is gone");
        });
        behind.add("a", 1);
        assertThatIllegalStateException().isThrownBy(() -> behind.add("a", 2)).withMessageContaining("full");
        assertThatIllegalStateException().isThrownBy(behind::flush).withMessageContaining("not written");
        behind.close();
    }

    @Test
    void aDefinitionSaysWhatIsWrongWithIt() {
        assertThatIllegalArgumentException().isThrownBy(() -> CacheDefinition.of("Agents", String.class, LONG));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CacheDefinition.of("agents", String.class, Duration.ofNanos(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> CacheDefinition.of("agents", String.class, LONG).atMost(0));
        assertThat(CacheDefinition.of("agents", String.class, LONG)
                        .refreshedAhead()
                        .refreshBefore())
                .hasSeconds(12);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
