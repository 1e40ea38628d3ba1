package ai.jiga.store.cache.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.cache.Cache;
import ai.jiga.store.cache.CacheDefinition;
import ai.jiga.store.cache.CacheEngine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A value is loaded when it is missing, once for all who want it.
public interface LoadingContract extends EngineUnderTest {
    @Test
    default void aValueIsLoadedOnceAndServedAsItWas() {
        try (CacheEngine engine = open()) {
            Cache<Card> cache = lasting(engine);
            var loads = new AtomicInteger();
            Supplier<Optional<Card>> load = () -> {
                loads.incrementAndGet();
                return Optional.of(Card.of("Nova"));
            };
            for (int i = 0; i < 3; i++) {
                assertThat(cache.get("nova", load)).contains(Card.of("Nova"));
            }
            assertThat(loads).hasValue(1);
            assertThat(engine.trouble()).isEmpty();
        }
    }

    @Test
    default void whoComesDuringALoadSharesIt() {
        try (CacheEngine engine = open()) {
            Cache<Card> cache = lasting(engine);
            var load = new HeldLoad("Nova");
            var first = Aside.of(() -> cache.get("nova", load));
            load.awaitBegun();
            var others = IntStream.range(0, 16)
                    .mapToObj(i -> Aside.of(() -> cache.get("nova", LoadingContract::unwanted)))
                    .toList();
            // Another key does not wait for this one.
            assertThat(cache.get("echo", () -> Optional.of(Card.of("Echo")))).contains(Card.of("Echo"));
            load.goOn();
            assertThat(first.result()).contains(Card.of("Nova"));
            assertThat(others).allSatisfy(one -> assertThat(one.result()).contains(Card.of("Nova")));
        }
    }

    @Test
    default void aFailureIsThrownToWhoWaitedAndNotKept() {
        try (CacheEngine engine = open()) {
            Cache<Card> cache = lasting(engine);
            var load = new HeldLoad("Nova");
            var failure = new IllegalArgumentException("the disk is away");
            var first = Aside.of(() -> cache.get("nova", () -> {
                load.get();
                throw failure;
            }));
            load.awaitBegun();
            var second = Aside.of(() -> cache.get("nova", () -> {
                throw failure;
            }));
            load.goOn();
            assertThatThrownBy(first::result).isSameAs(failure);
            assertThatThrownBy(second::result).isSameAs(failure);
            assertThat(cache.get("nova", () -> Optional.of(Card.of("Nova")))).contains(Card.of("Nova"));
        }
    }

    @Test
    default void anAbsentValueIsNotKept() {
        try (CacheEngine engine = open()) {
            Cache<Card> cache = lasting(engine);
            assertThat(cache.get("nova", Optional::empty)).isEmpty();
            assertThat(cache.get("nova", () -> Optional.of(Card.of("Nova")))).contains(Card.of("Nova"));
        }
    }

    @Test
    default void aValueEndsWithItsTime() {
        try (CacheEngine engine = open()) {
            Duration time = Duration.ofMillis(150);
            Cache<Card> cache = engine.open(CacheDefinition.of("short", Card.class, time));
            cache.get("nova", () -> Optional.of(Card.of("old")));
            pass(time);
            assertThat(cache.get("nova", () -> Optional.of(Card.of("new")))).contains(Card.of("new"));
        }
    }

    @Test
    default void keysAreTextOfAnyKindAndCachesAreApart() {
        try (CacheEngine engine = open()) {
            Cache<Card> cards = lasting(engine);
            Cache<Card> others = engine.open(CacheDefinition.of("other-cards", Card.class, LONG));
            List<String> keys = List.of("", "a b", "*", "a:b", "ü😀", "A", "a", "x".repeat(1_000));
            keys.forEach(key -> cards.get(key, () -> Optional.of(Card.of(key))));
            keys.forEach(key -> others.get(key, () -> Optional.of(Card.of("other " + key))));
            assertThat(keys).allSatisfy(key -> {
                assertThat(cards.get(key, LoadingContract::unwanted)).contains(Card.of(key));
                assertThat(others.get(key, LoadingContract::unwanted)).contains(Card.of("other " + key));
            });
        }
    }

    @Test
    default void aLoadThatAsksForWhatItLoadsIsToldSo() {
        try (CacheEngine engine = open()) {
            Cache<Card> cache = lasting(engine);
            assertThatIllegalStateException()
                    .isThrownBy(() -> cache.get("nova", () -> cache.get("nova", LoadingContract::unwanted)))
                    .withMessageContaining("nova");
        }
    }

    @Test
    default void aNameIsOpenedOnce() {
        try (CacheEngine engine = open()) {
            lasting(engine);
            assertThatIllegalStateException().isThrownBy(() -> lasting(engine)).withMessageContaining("cards");
        }
    }

    @Test
    default void aClosedEngineKeepsNothingAndStopsNobody() {
        CacheEngine engine = open();
        Cache<Card> cache = lasting(engine);
        engine.close();
        engine.close();
        assertThat(cache.get("nova", () -> Optional.of(Card.of("1")))).contains(Card.of("1"));
        assertThat(cache.get("nova", () -> Optional.of(Card.of("2")))).contains(Card.of("2"));
        assertThat(cache.write("nova", () -> 7, seven -> Optional.of(Card.of("3"))))
                .isEqualTo(7);
        cache.invalidate("nova");
    }

    /// For a read that must find its value.
    static Optional<Card> unwanted() {
        throw new AssertionError("nothing was to be loaded");
    }
}
