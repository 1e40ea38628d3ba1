package ai.jiga.store.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.cache.Quota;
import ai.jiga.store.cache.RatePolicy;
import ai.jiga.store.cache.caffeine.CaffeineCaches;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private long nanos;
    private final CaffeineCaches caches = CaffeineCaches.open(() -> nanos);
    private final RateLimits limits = new RateLimits(1000, 100, caches.rateLimiter());

    private static Quota of(Optional<CompletionStage<RateLimits.Counted>> counting) {
        return counting.orElseThrow().toCompletableFuture().join().quota();
    }

    @Test
    void aThousandRequestsOfAUserAndAHundredOfAnAddressAreAllowedInAMinute() {
        for (int i = 1; i <= 1000; i++) {
            nanos += Duration.ofMillis(50).toNanos();
            assertThat(of(limits.ofUser("ann")))
                    .matches(Quota::allowed)
                    .extracting(Quota::remaining)
                    .isEqualTo(1000L - i);
        }
        assertThat(of(limits.ofUser("ann")).allowed()).isFalse();
        for (int i = 1; i <= 100; i++) {
            assertThat(of(limits.ofAddress("ann")).allowed()).isTrue();
        }
        assertThat(of(limits.ofAddress("ann")).allowed()).isFalse();
    }

    @Test
    void theQuotaIsWholeAgainAMinuteAfterTheFirstRequest() {
        for (int i = 0; i < 101; i++) {
            limits.ofAddress("a");
        }
        nanos += Duration.ofMillis(20_500).toNanos();
        assertThat(of(limits.ofAddress("a")).seconds()).isEqualTo(40);

        nanos += Duration.ofMillis(39_500).toNanos();
        assertThat(limits.ofAddress("a").orElseThrow().toCompletableFuture().join())
                .isEqualTo(new RateLimits.Counted(new RatePolicy("anonymous", 100), new Quota(true, 99, 60)));
    }

    @Test
    void zeroIsNoLimit() {
        var none = new RateLimits(0, 0, caches.rateLimiter());

        assertThat(none.ofUser("ann")).isEmpty();
        assertThat(none.ofAddress("a")).isEmpty();
        assertThatThrownBy(() -> new RateLimits(-1, 0, caches.rateLimiter()))
                .hasMessageContaining("JIGA_RATE_LIMIT_USER");
    }
}
