package ai.jiga.store.cache.redis;

import static ai.jiga.store.cache.redis.RedisTests.await;
import static ai.jiga.store.cache.redis.RedisTests.awaitAway;
import static ai.jiga.store.cache.redis.RedisTests.awaitBack;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.cache.Cache;
import ai.jiga.store.cache.redis.RedisTests.Page;
import ai.jiga.store.emulators.RedisProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/// Readers and writers at work while Redis goes and comes back: no read fails, and none sees less than what
/// was told before it began.
class TrafficTest {
    private static final int KEYS = 8;
    private static final int READERS = 4;
    private static final int OUTAGES = 3;
    private static final long BETWEEN = 500;
    private static final long BETWEEN_WRITES = 2_000_000;

    /// The committed versions.
    private final AtomicLongArray documents = new AtomicLongArray(KEYS);
    /// Of them, those whose invalidation or write has returned.
    private final AtomicLongArray told = new AtomicLongArray(KEYS);

    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong loads = new AtomicLong();
    private volatile boolean over;

    @Test
    void nothingFailsAndNothingStaleIsServed() throws Exception {
        try (var redis = RedisProcess.start();
                var engine = RedisTests.open(redis.url(), RedisTests.options());
                var threads = Executors.newFixedThreadPool(READERS + KEYS)) {
            Cache<Page> pages = engine.open(RedisTests.pages().refreshedAhead());
            List<Future<?>> all = new ArrayList<>();
            try {
                for (int i = 0; i < READERS; i++) {
                    all.add(threads.submit(() -> read(pages)));
                }
                // One writer a key: the order of its versions is that of its calls.
                for (int key = 0; key < KEYS; key++) {
                    int own = key;
                    all.add(threads.submit(() -> write(pages, own)));
                }
                for (int i = 0; i < OUTAGES; i++) {
                    awaitBack(engine);
                    awaitReads(all);
                    redis.stop();
                    awaitAway(engine);
                    awaitReads(all);
                    redis.startAgain();
                }
                awaitBack(engine);
                awaitReads(all);
            } finally {
                over = true;
            }
            for (Future<?> one : all) {
                one.get();
            }
            assertThat(loads.get()).isLessThan(reads.get());
            for (int key = 0; key < KEYS; key++) {
                long last = documents.get(key);
                assertThat(pages.get(name(key), () -> Optional.of(Page.of(last))))
                        .contains(Page.of(last));
            }
        }
    }

    /// Or until one of them has failed.
    private void awaitReads(List<Future<?>> all) {
        long from = reads.get();
        await(() -> reads.get() > from + BETWEEN || all.stream().anyMatch(Future::isDone));
    }

    private void read(Cache<Page> pages) {
        while (!over) {
            int key = ThreadLocalRandom.current().nextInt(KEYS);
            long atLeast = told.get(key);
            Page page = pages.get(name(key), () -> {
                        loads.incrementAndGet();
                        return Optional.of(Page.of(documents.get(key)));
                    })
                    .orElseThrow();
            assertThat(page.version()).isGreaterThanOrEqualTo(atLeast);
            reads.incrementAndGet();
        }
    }

    private void write(Cache<Page> pages, int key) {
        while (!over) {
            long version;
            if (ThreadLocalRandom.current().nextBoolean()) {
                version = documents.incrementAndGet(key);
                pages.invalidate(name(key));
            } else {
                version = pages.write(
                        name(key), () -> documents.incrementAndGet(key), written -> Optional.of(Page.of(written)));
            }
            told.set(key, version);
            LockSupport.parkNanos(BETWEEN_WRITES);
        }
    }

    private static String name(int key) {
        return "k" + key;
    }
}
