package ai.jiga.store.cache.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.cache.CacheEngine;
import ai.jiga.store.cache.Quota;
import ai.jiga.store.cache.RateLimiter;
import ai.jiga.store.cache.RatePolicy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A quota is what it says, for each client.
public interface LimitingContract extends EngineUnderTest {
    @Test
    default void aQuotaIsUsedUpAndSaysWhatIsLeft() {
        try (CacheEngine engine = open()) {
            RateLimiter limiter = limiterOf(engine);
            var policy = new RatePolicy("user", 3);
            for (long left = 2; left >= 0; left--) {
                assertThat(take(limiter, policy, "ann")).isEqualTo(new Quota(true, left, 60));
            }
            assertThat(take(limiter, policy, "ann")).isEqualTo(new Quota(false, 0, 60));
        }
    }

    @Test
    default void clientsAndPoliciesAreApart() {
        try (CacheEngine engine = open()) {
            RateLimiter limiter = limiterOf(engine);
            var users = new RatePolicy("user", 1);
            var strangers = new RatePolicy("anonymous", 1);
            assertThat(take(limiter, users, "ann").allowed()).isTrue();
            assertThat(take(limiter, users, "ann").allowed()).isFalse();
            assertThat(take(limiter, users, "bob").allowed()).isTrue();
            assertThat(take(limiter, strangers, "ann").allowed()).isTrue();
        }
    }

    @Test
    default void aQuotaIsWholeAgainAMinuteAfterTheFirstRequest() {
        try (CacheEngine engine = open()) {
            RateLimiter limiter = limiterOf(engine);
            var policy = new RatePolicy("user", 2);
            take(limiter, policy, "ann");
            passForLimits(Duration.ofMillis(20_500));
            assertThat(take(limiter, policy, "ann")).isEqualTo(new Quota(true, 0, 40));
            assertThat(take(limiter, policy, "ann")).isEqualTo(new Quota(false, 0, 40));
            passForLimits(Duration.ofMillis(39_500));
            assertThat(take(limiter, policy, "ann")).isEqualTo(new Quota(true, 1, 60));
        }
    }

    @Test
    default void manyAtOnceGetWhatThereIsAndNoMore() {
        try (CacheEngine engine = open()) {
            RateLimiter limiter = limiterOf(engine);
            var policy = new RatePolicy("user", 20);
            var all = IntStream.range(0, 40)
                    .mapToObj(i -> Aside.of(() -> take(limiter, policy, "ann")))
                    .toList();
            assertThat(all.stream().filter(one -> one.result().allowed())).hasSize(20);
        }
    }

    /// The answer, which comes soon or never.
    static Quota take(RateLimiter limiter, RatePolicy policy, String client) {
        return limiter.take(policy, client)
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }
}
