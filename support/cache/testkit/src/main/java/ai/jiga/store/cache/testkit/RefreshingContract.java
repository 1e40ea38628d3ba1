package ai.jiga.store.cache.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.cache.Cache;
import ai.jiga.store.cache.CacheDefinition;
import ai.jiga.store.cache.CacheEngine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/// Who reads a value shortly before its end does not wait for the next.
public interface RefreshingContract extends EngineUnderTest {
    /// A value of this cache fades after it.
    Duration YOUNG = Duration.ofMillis(100);

    long BETWEEN_LOOKS = 100_000;

    /// With a value that is fading.
    private Cache<Card> fading(CacheEngine engine) {
        Cache<Card> cache =
                engine.open(new CacheDefinition<>("fading", Card.class, LONG, LONG.minus(YOUNG), 100, false));
        cache.get("nova", () -> Optional.of(Card.of("old")));
        pass(YOUNG.plusMillis(1));
        return cache;
    }

    @Test
    default void aFadingValueIsServedWhileItIsLoadedOnceMore() {
        try (CacheEngine engine = open()) {
            Cache<Card> cache = fading(engine);
            var next = new HeldLoad("new");
            assertThat(cache.get("nova", next)).contains(Card.of("old"));
            next.awaitBegun();
            assertThat(cache.get("nova", LoadingContract::unwanted)).contains(Card.of("old"));
            assertThat(cache.getAll(List.of("nova"), missing -> Map.of())).containsEntry("nova", Card.of("old"));
            next.goOn();
            await(cache, Card.of("new"));
        }
    }

    @Test
    default void aReloadThatFailsLeavesTheValueAndTheNextReadTriesAgain() {
        try (CacheEngine engine = open()) {
            Cache<Card> cache = fading(engine);
            var tries = new AtomicInteger();
            while (tries.get() < 2) {
                assertThat(cache.get("nova", () -> {
                            tries.incrementAndGet();
                            throw new IllegalArgumentException("the disk is away");
                        }))
                        .contains(Card.of("old"));
                LockSupport.parkNanos(BETWEEN_LOOKS);
            }
            while (!cache.get("nova", () -> Optional.of(Card.of("new"))).equals(Optional.of(Card.of("new")))) {
                LockSupport.parkNanos(BETWEEN_LOOKS);
            }
        }
    }

    @Test
    default void aReloadThatFindsNothingForgetsTheValue() {
        try (CacheEngine engine = open()) {
            Cache<Card> cache = fading(engine);
            while (cache.get("nova", Optional::empty).isPresent()) {
                LockSupport.parkNanos(BETWEEN_LOOKS);
            }
        }
    }

    @Test
    default void anInvalidationOvertakesAReload() {
        try (CacheEngine engine = open()) {
            Cache<Card> cache = fading(engine);
            var stale = new HeldLoad("stale");
            cache.get("nova", stale);
            stale.awaitBegun();
            cache.invalidate("nova");
            cache.get("nova", () -> Optional.of(Card.of("new")));
            stale.goOn();
            // Whatever the reload does, it does now: nothing of it may be seen.
            for (int i = 0; i < 200; i++) {
                assertThat(cache.get("nova", () -> Optional.of(Card.of("new")))).contains(Card.of("new"));
            }
        }
    }

    private static void await(Cache<Card> cache, Card value) {
        while (!cache.get("nova", () -> Optional.of(value)).equals(Optional.of(value))) {
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
    }
}
