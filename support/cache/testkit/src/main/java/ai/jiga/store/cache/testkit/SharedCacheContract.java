package ai.jiga.store.cache.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.cache.Cache;
import ai.jiga.store.cache.CacheEngine;
import ai.jiga.store.cache.RatePolicy;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What processes that share an engine may rely on.
public interface SharedCacheContract extends EngineUnderTest {
    /// What another process would open beside it.
    CacheEngine openBeside(CacheEngine engine);

    @Test
    default void whatOneProcessLoadedTheOtherHas() {
        try (CacheEngine here = open();
                CacheEngine there = openBeside(here)) {
            lasting(here).get("nova", () -> Optional.of(Card.of("Nova")));
            assertThat(lasting(there).get("nova", LoadingContract::unwanted)).contains(Card.of("Nova"));
        }
    }

    @Test
    default void anInvalidationIsSeenByTheOther() {
        try (CacheEngine here = open();
                CacheEngine there = openBeside(here)) {
            Cache<Card> ours = lasting(here);
            Cache<Card> theirs = lasting(there);
            ours.get("nova", () -> Optional.of(Card.of("old")));
            theirs.get("nova", LoadingContract::unwanted);
            theirs.invalidate("nova");
            assertThat(ours.get("nova", () -> Optional.of(Card.of("new")))).contains(Card.of("new"));
        }
    }

    @Test
    default void anInvalidationOvertakesALoadOfTheOther() {
        try (CacheEngine here = open();
                CacheEngine there = openBeside(here)) {
            Cache<Card> ours = lasting(here);
            Cache<Card> theirs = lasting(there);
            var old = new HeldLoad("old");
            var reader = Aside.of(() -> ours.get("nova", old));
            old.awaitBegun();
            theirs.invalidate("nova");
            assertThat(ours.get("nova", () -> Optional.of(Card.of("new")))).contains(Card.of("new"));
            old.goOn();
            assertThat(reader.result()).contains(Card.of("old"));
            assertThat(theirs.get("nova", LoadingContract::unwanted)).contains(Card.of("new"));
        }
    }

    @Test
    default void aWriteOvertakesALoadOfTheOther() {
        try (CacheEngine here = open();
                CacheEngine there = openBeside(here)) {
            Cache<Card> ours = lasting(here);
            Cache<Card> theirs = lasting(there);
            var old = new HeldLoad("old");
            var reader = Aside.of(() -> ours.get("nova", old));
            old.awaitBegun();
            theirs.write("nova", () -> Card.of("new"), Optional::of);
            old.goOn();
            reader.result();
            assertThat(ours.get("nova", LoadingContract::unwanted)).contains(Card.of("new"));
        }
    }

    @Test
    default void twoProcessesLoadAtOnceAndOneOfTheirValuesIsKept() {
        try (CacheEngine here = open();
                CacheEngine there = openBeside(here)) {
            Cache<Card> ours = lasting(here);
            Cache<Card> theirs = lasting(there);
            var load = new HeldLoad("ours");
            var reader = Aside.of(() -> ours.get("nova", load));
            load.awaitBegun();
            assertThat(theirs.get("nova", () -> Optional.of(Card.of("theirs")))).contains(Card.of("theirs"));
            load.goOn();
            reader.result();
            assertThat(ours.get("nova", LoadingContract::unwanted)).contains(Card.of("theirs"));
        }
    }

    @Test
    default void requestsOfAllProcessesCountTogether() {
        try (CacheEngine here = open();
                CacheEngine there = openBeside(here)) {
            var policy = new RatePolicy("user", 2);
            assertThat(LimitingContract.take(limiterOf(here), policy, "ann").remaining())
                    .isEqualTo(1);
            assertThat(LimitingContract.take(limiterOf(there), policy, "ann").remaining())
                    .isEqualTo(0);
            assertThat(LimitingContract.take(limiterOf(here), policy, "ann").allowed())
                    .isFalse();
        }
    }
}
