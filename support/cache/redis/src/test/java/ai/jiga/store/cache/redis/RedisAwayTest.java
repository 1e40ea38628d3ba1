package ai.jiga.store.cache.redis;

import static ai.jiga.store.cache.redis.RedisTests.await;
import static ai.jiga.store.cache.redis.RedisTests.awaitAway;
import static ai.jiga.store.cache.redis.RedisTests.awaitBack;
import static ai.jiga.store.cache.redis.RedisTests.open;
import static ai.jiga.store.cache.redis.RedisTests.options;
import static ai.jiga.store.cache.redis.RedisTests.pages;
import static ai.jiga.store.cache.redis.RedisTests.read;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.cache.Cache;
import ai.jiga.store.cache.RatePolicy;
import ai.jiga.store.cache.redis.RedisTests.Page;
import ai.jiga.store.emulators.RedisProcess;
import ai.jiga.store.emulators.testkit.Emulators;
import io.lettuce.core.RedisClient;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Redis goes and comes back, and nobody notices but the documents.
class RedisAwayTest {
    private static final RatePolicy POLICY = new RatePolicy("user", 10);

    @Test
    void aProcessStartsWithoutRedisAndTakesItWhenItIsThere() {
        try (var redis = RedisProcess.start()) {
            redis.stop();
            try (var engine = open(redis.url(), options())) {
                Cache<Page> pages = engine.open(pages());
                assertThat(engine.trouble())
                        .hasValueSatisfying(
                                text -> assertThat(text).contains("Redis").doesNotContain("127.0.0.1"));
                assertThat(read(pages, "nova", 1)).isEqualTo(Page.of(1));
                assertThat(read(pages, "nova", 2)).isEqualTo(Page.of(2));
                redis.startAgain();
                awaitBack(engine);
                read(pages, "nova", 3);
                assertThat(pages.get("nova", RedisTests::unwanted)).contains(Page.of(3));
            }
        }
    }

    @Test
    void limitsAreCountedAloneMeanwhile() {
        try (var redis = RedisProcess.start();
                var engine = open(redis.url(), options())) {
            awaitBack(engine);
            assertThat(take(engine).remaining()).isEqualTo(9);
            redis.stop();
            assertThat(take(engine)).isEqualTo(RedisTests.ALONE);
            redis.startAgain();
            awaitBack(engine);
            assertThat(take(engine).remaining()).isEqualTo(9);
        }
    }

    private static ai.jiga.store.cache.Quota take(RedisCaches engine) {
        return engine.rateLimiter()
                .take(POLICY, "ann")
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void aRedisThatHangsIsWaitedForOnce() throws Exception {
        try (var wire = new Wire(Emulators.redis());
                var engine = open(wire.url(), options())) {
            Cache<Page> pages = engine.open(pages());
            awaitBack(engine);
            read(pages, "nova", 1);
            wire.fallSilent();
            long before = System.nanoTime();
            for (int i = 2; i < 200; i++) {
                pages.invalidate("nova");
                assertThat(read(pages, "nova", i)).isEqualTo(Page.of(i));
                take(engine);
            }
            // One timeout of 500 ms. Each waiting for one would be minutes.
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
            wire.mend();
            awaitBack(engine);
            assertThat(read(pages, "nova", 1_000)).isEqualTo(Page.of(1_000));
        }
    }

    @Test
    void whatWasInvalidatedBehindACutIsForgottenByAllWhenItIsMended() throws Exception {
        var options = options();
        try (var wire = new Wire(Emulators.redis());
                var behind = open(wire.url(), options);
                var other = open(Emulators.redis(), options)) {
            Cache<Page> ours = behind.open(pages());
            Cache<Page> theirs = other.open(pages());
            awaitBack(behind);
            for (String key : new String[] {"changed", "written", "same"}) {
                read(ours, key, 1);
            }
            wire.cut();
            ours.invalidate("changed");
            ours.write("written", () -> 2, two -> Optional.of(Page.of(2)));
            assertThat(read(ours, "changed", 2)).isEqualTo(Page.of(2));
            assertThat(read(ours, "written", 2)).isEqualTo(Page.of(2));
            assertThat(theirs.get("changed", RedisTests::unwanted)).contains(Page.of(1));
            wire.mend();
            awaitBack(behind);
            for (Cache<Page> cache : java.util.List.of(theirs, ours)) {
                assertThat(read(cache, "changed", 2)).isEqualTo(Page.of(2));
                assertThat(read(cache, "written", 2)).isEqualTo(Page.of(2));
                assertThat(cache.get("same", RedisTests::unwanted)).contains(Page.of(1));
            }
        }
    }

    @Test
    void tooManyInvalidationsToRememberForgetEverything() throws Exception {
        var few = options();
        var options = new RedisOptions(few.prefix(), few.timeout(), few.probeEvery(), 3, null);
        try (var wire = new Wire(Emulators.redis());
                var behind = open(wire.url(), options);
                var other = open(Emulators.redis(), options);
                var stranger = open(Emulators.redis(), options())) {
            Cache<Page> ours = behind.open(pages());
            Cache<Page> theirs = other.open(pages());
            Cache<Page> strangers = stranger.open(pages());
            read(strangers, "k0", 1);
            awaitBack(behind);
            for (int i = 0; i < 10; i++) {
                read(ours, "k" + i, 1);
            }
            wire.cut();
            for (int i = 0; i < 5; i++) {
                ours.invalidate("k" + i);
            }
            wire.mend();
            awaitBack(behind);
            for (int i = 0; i < 10; i++) {
                assertThat(read(theirs, "k" + i, 2)).isEqualTo(Page.of(2));
            }
            assertThat(strangers.get("k0", RedisTests::unwanted)).contains(Page.of(1));
        }
    }

    @Test
    void aLoadFromBeforeTheLossLeavesNothingBehind() throws Exception {
        try (var wire = new Wire(Emulators.redis());
                var engine = open(wire.url(), options())) {
            Cache<Page> pages = engine.open(pages());
            awaitBack(engine);
            assertThat(pages.get("nova", () -> {
                        // Read here as version 1; then the way is lost, another one writes, and the way is back.
                        wire.cut();
                        pages.invalidate("nova");
                        awaitAway(engine);
                        wire.mend();
                        awaitBack(engine);
                        return Optional.of(Page.of(1));
                    }))
                    .contains(Page.of(1));
            assertThat(read(pages, "nova", 2)).isEqualTo(Page.of(2));
        }
    }

    @Test
    void aServerThatComesBackWithOldEntriesIsNotBelieved() {
        try (var redis = RedisProcess.start();
                var engine = open(redis.url(), options())) {
            Cache<Page> pages = engine.open(pages());
            awaitBack(engine);
            read(pages, "nova", 1);
            Map<String, byte[]> snapshot = new HashMap<>();
            raw(redis.url(), there -> there.keys("*").forEach(key -> snapshot.put(key, there.get(key))));
            pages.invalidate("nova");
            redis.stop();
            awaitAway(engine);
            redis.startAgain();
            raw(redis.url(), there -> snapshot.forEach(there::set));
            awaitBack(engine);
            assertThat(snapshot).isNotEmpty();
            assertThat(read(pages, "nova", 2)).isEqualTo(Page.of(2));
        }
    }

    @Test
    void aServerThatTakesNoWritesIsAway() {
        try (var redis = RedisProcess.start();
                var engine = open(redis.url(), options())) {
            awaitBack(engine);
            raw(redis.url(), there -> there.replicaof("127.0.0.1", 1));
            awaitAway(engine);
            raw(redis.url(), io.lettuce.core.api.sync.RedisCommands::replicaofNoOne);
            await(() -> engine.trouble().isEmpty());
        }
    }

    private static void raw(
            String url, java.util.function.Consumer<io.lettuce.core.api.sync.RedisCommands<String, byte[]>> use) {
        try (var client = RedisClient.create(url);
                var connection = client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE))) {
            use.accept(connection.sync());
        }
    }
}
