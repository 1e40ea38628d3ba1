package ai.jiga.store.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private long nanos;
    private final RateLimits limits = new RateLimits(1000, 100, new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void aThousandRequestsOfAUserAndAHundredOfAnAddressAreAllowedInAMinute() {
        for (int i = 1; i <= 1000; i++) {
            nanos += Duration.ofMillis(50).toNanos();
            assertThat(limits.ofUser("ann").orElseThrow())
                    .matches(RateLimits.Quota::allowed)
                    .extracting(RateLimits.Quota::remaining)
                    .isEqualTo(1000L - i);
        }
        assertThat(limits.ofUser("ann").orElseThrow().allowed()).isFalse();
        for (int i = 1; i <= 100; i++) {
            assertThat(limits.ofAddress("ann").orElseThrow().allowed()).isTrue();
        }
        assertThat(limits.ofAddress("ann").orElseThrow().allowed()).isFalse();
    }

    @Test
    void theQuotaIsWholeAgainAMinuteAfterTheFirstRequest() {
        for (int i = 0; i < 101; i++) {
            limits.ofAddress("a");
        }
        nanos += Duration.ofMillis(20_500).toNanos();
        assertThat(limits.ofAddress("a").orElseThrow().seconds()).isEqualTo(40);

        nanos += Duration.ofMillis(39_500).toNanos();
        assertThat(limits.ofAddress("a").orElseThrow())
                .isEqualTo(new RateLimits.Quota(new RateLimits.Policy("anonymous", 100), true, 99, 60));
    }

    @Test
    void zeroIsNoLimit() {
        var none = new RateLimits(0, 0, TimeMeter.SYSTEM_NANOTIME);

        assertThat(none.ofUser("ann")).isEmpty();
        assertThat(none.ofAddress("a")).isEmpty();
        assertThatThrownBy(() -> new RateLimits(-1, 0, TimeMeter.SYSTEM_NANOTIME))
                .hasMessageContaining("JIGA_RATE_LIMIT_USER");
    }
}
