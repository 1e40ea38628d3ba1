package ai.jiga.store.cache.caffeine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.cache.CacheDefinition;
import ai.jiga.store.cache.CacheEngine;
import ai.jiga.store.cache.RateLimiter;
import ai.jiga.store.cache.testkit.CacheContract;
import ai.jiga.store.cache.testkit.Card;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CaffeineCachesTest implements CacheContract {
    private final AtomicLong nanos = new AtomicLong(-1);

    @Override
    public CacheEngine open() {
        return CaffeineCaches.open(nanos::get);
    }

    @Override
    public RateLimiter limiterOf(CacheEngine engine) {
        return ((CaffeineCaches) engine).rateLimiter();
    }

    @Override
    public void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Override
    public void passForLimits(Duration time) {
        pass(time);
    }

    @Test
    void itKeepsNoMoreThanItHasRoomFor() {
        try (CacheEngine engine = open()) {
            var cache = engine.open(
                    CacheDefinition.of("small", Card.class, Duration.ofHours(1)).atMost(10));
            var card = new Card("a", 1, 1, true, null, List.of(), Map.of());
            var loads = new AtomicInteger();
            for (int round = 0; round < 2; round++) {
                for (int i = 0; i < 1_000; i++) {
                    cache.get("k" + i, () -> {
                        loads.incrementAndGet();
                        return Optional.of(card);
                    });
                }
            }
            assertThat(loads.get()).isGreaterThan(1_900);
        }
    }
}
