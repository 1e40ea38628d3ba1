package ai.jiga.store.cache.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.cache.Cache;
import ai.jiga.store.cache.CacheEngine;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What was invalidated does not come back.
public interface InvalidatingContract extends EngineUnderTest {
    @Test
    default void anInvalidatedValueIsLoadedAgain() {
        try (CacheEngine engine = open()) {
            Cache<Card> cache = lasting(engine);
            cache.get("nova", () -> Optional.of(Card.of("old")));
            cache.get("echo", () -> Optional.of(Card.of("Echo")));
            cache.invalidate("nova");
            cache.invalidate("never-there");
            assertThat(cache.get("nova", () -> Optional.of(Card.of("new")))).contains(Card.of("new"));
            assertThat(cache.get("echo", LoadingContract::unwanted)).contains(Card.of("Echo"));
        }
    }

    @Test
    default void aLoadThatBeganBeforeAnInvalidationLeavesNothingBehind() {
        try (CacheEngine engine = open()) {
            Cache<Card> cache = lasting(engine);
            var old = new HeldLoad("old");
            var reader = Aside.of(() -> cache.get("nova", old));
            old.awaitBegun();
            cache.invalidate("nova");
            old.goOn();
            assertThat(reader.result()).contains(Card.of("old"));
            assertThat(cache.get("nova", () -> Optional.of(Card.of("new")))).contains(Card.of("new"));
        }
    }

    @Test
    default void whoComesAfterAnInvalidationDoesNotJoinALoadFromBeforeIt() {
        try (CacheEngine engine = open()) {
            Cache<Card> cache = lasting(engine);
            var old = new HeldLoad("old");
            var reader = Aside.of(() -> cache.get("nova", old));
            old.awaitBegun();
            cache.invalidate("nova");
            assertThat(cache.get("nova", () -> Optional.of(Card.of("new")))).contains(Card.of("new"));
            old.goOn();
            assertThat(reader.result()).contains(Card.of("old"));
            assertThat(cache.get("nova", LoadingContract::unwanted)).contains(Card.of("new"));
        }
    }
}
