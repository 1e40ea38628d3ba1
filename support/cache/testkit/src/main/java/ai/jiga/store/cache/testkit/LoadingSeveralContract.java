package ai.jiga.store.cache.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.cache.Cache;
import ai.jiga.store.cache.CacheEngine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Several values cost one load.
public interface LoadingSeveralContract extends EngineUnderTest {
    @Test
    default void whatIsMissingIsLoadedInOneGoAndTheOrderIsThatOfTheKeys() {
        try (CacheEngine engine = open()) {
            Cache<Card> cache = lasting(engine);
            cache.get("b", () -> Optional.of(Card.of("kept b")));
            List<Set<String>> loads = new ArrayList<>();
            List<String> keys = List.of("c", "b", "a", "none", "c");
            for (int i = 0; i < 2; i++) {
                var found = cache.getAll(keys, missing -> {
                    loads.add(Set.copyOf(missing));
                    return titled(missing, "loaded ");
                });
                assertThat(found.entrySet())
                        .containsExactly(
                                Map.entry("c", Card.of("loaded c")),
                                Map.entry("b", Card.of("kept b")),
                                Map.entry("a", Card.of("loaded a")));
            }
            assertThat(loads).containsExactly(Set.of("a", "c", "none"), Set.of("none"));
            assertThat(cache.getAll(List.of(), missing -> Map.of())).isEmpty();
        }
    }

    @Test
    default void aLoadOfOneIsSharedByALoadOfSeveralAndTheOtherWayRound() {
        try (CacheEngine engine = open()) {
            Cache<Card> cache = lasting(engine);
            var one = new HeldLoad("a");
            var single = Aside.of(() -> cache.get("a", one));
            one.awaitBegun();
            var two = new HeldLoad("b");
            var several = Aside.of(() -> cache.getAll(List.of("a", "b"), missing -> {
                assertThat(missing).containsExactly("b");
                return Map.of("b", two.get().orElseThrow());
            }));
            two.awaitBegun();
            var other = Aside.of(() -> cache.get("b", LoadingContract::unwanted));
            two.goOn();
            assertThat(other.result()).contains(Card.of("b"));
            one.goOn();
            assertThat(single.result()).contains(Card.of("a"));
            assertThat(several.result()).isEqualTo(Map.of("a", Card.of("a"), "b", Card.of("b")));
        }
    }

    @Test
    default void aFailureOfSeveralIsThrownAndNotKept() {
        try (CacheEngine engine = open()) {
            Cache<Card> cache = lasting(engine);
            var failure = new IllegalArgumentException("the disk is away");
            assertThatThrownBy(() -> cache.getAll(List.of("a", "b"), missing -> {
                        throw failure;
                    }))
                    .isSameAs(failure);
            assertThat(cache.getAll(List.of("a", "b"), missing -> titled(missing, "")))
                    .hasSize(2);
        }
    }

    @Test
    default void anInvalidationOvertakesALoadOfSeveralForItsKeyAlone() {
        try (CacheEngine engine = open()) {
            Cache<Card> cache = lasting(engine);
            var held = new HeldLoad("held");
            var several = Aside.of(() -> cache.getAll(List.of("a", "b"), missing -> {
                held.get();
                return titled(missing, "old ");
            }));
            held.awaitBegun();
            cache.invalidate("a");
            held.goOn();
            assertThat(several.result()).containsEntry("a", Card.of("old a"));
            assertThat(cache.get("a", () -> Optional.of(Card.of("new a")))).contains(Card.of("new a"));
            assertThat(cache.get("b", LoadingContract::unwanted)).contains(Card.of("old b"));
        }
    }

    private static Map<String, Card> titled(Set<String> keys, String prefix) {
        var cards = new LinkedHashMap<String, Card>();
        keys.stream().filter(key -> !key.equals("none")).forEach(key -> cards.put(key, Card.of(prefix + key)));
        return cards;
    }
}
