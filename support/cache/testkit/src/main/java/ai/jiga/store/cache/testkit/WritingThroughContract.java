package ai.jiga.store.cache.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.cache.Cache;
import ai.jiga.store.cache.CacheEngine;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What was written is served, and never what was there before.
public interface WritingThroughContract extends EngineUnderTest {
    @Test
    default void whatWasWrittenIsServedWithoutALoad() {
        try (CacheEngine engine = open()) {
            Cache<Card> cache = lasting(engine);
            cache.get("nova", () -> Optional.of(Card.of("old")));
            for (String key : new String[] {"nova", "not-there-before"}) {
                assertThat(cache.write(key, () -> "committed", answer -> Optional.of(Card.of("new"))))
                        .isEqualTo("committed");
                assertThat(cache.get(key, LoadingContract::unwanted)).contains(Card.of("new"));
            }
        }
    }

    @Test
    default void aLoadThatBeganBeforeAWriteLeavesNothingBehind() {
        try (CacheEngine engine = open()) {
            Cache<Card> cache = lasting(engine);
            var old = new HeldLoad("old");
            var reader = Aside.of(() -> cache.get("nova", old));
            old.awaitBegun();
            write(cache, "new");
            old.goOn();
            assertThat(reader.result()).contains(Card.of("old"));
            assertThat(cache.get("nova", LoadingContract::unwanted)).contains(Card.of("new"));
        }
    }

    @Test
    default void aReadDuringAWriteIsServedAndNotKept() {
        try (CacheEngine engine = open()) {
            Cache<Card> cache = lasting(engine);
            cache.write(
                    "nova",
                    () -> assertThat(cache.get("nova", () -> Optional.of(Card.of("old"))))
                            .contains(Card.of("old")),
                    done -> Optional.of(Card.of("new")));
            assertThat(cache.get("nova", LoadingContract::unwanted)).contains(Card.of("new"));
        }
    }

    @Test
    default void ofTwoWritersAtOnceNeitherLeavesAnOlderValueBehind() {
        try (CacheEngine engine = open()) {
            Cache<Card> cache = lasting(engine);
            var first = new HeldLoad("first");
            // It has committed, and is slow to say so.
            var slow = Aside.of(() -> cache.write("nova", first, written -> written));
            first.awaitBegun();
            write(cache, "second");
            first.goOn();
            slow.result();
            assertThat(cache.get("nova", () -> Optional.of(Card.of("second")))).contains(Card.of("second"));
            assertThat(cache.get("nova", LoadingContract::unwanted)).contains(Card.of("second"));
        }
    }

    @Test
    default void aWriteThatFailsOrWritesNothingForgets() {
        try (CacheEngine engine = open()) {
            Cache<Card> cache = lasting(engine);
            write(cache, "old");
            var failure = new IllegalArgumentException("the disk is away");
            assertThatThrownBy(() -> cache.write(
                            "nova",
                            () -> {
                                throw failure;
                            },
                            never -> Optional.empty()))
                    .isSameAs(failure);
            assertThat(cache.get("nova", () -> Optional.of(Card.of("1")))).contains(Card.of("1"));
            assertThat(cache.write("nova", () -> "refused", refused -> Optional.empty()))
                    .isEqualTo("refused");
            assertThat(cache.get("nova", () -> Optional.of(Card.of("2")))).contains(Card.of("2"));
        }
    }

    private static void write(Cache<Card> cache, String title) {
        cache.write("nova", () -> Card.of(title), Optional::of);
    }
}
