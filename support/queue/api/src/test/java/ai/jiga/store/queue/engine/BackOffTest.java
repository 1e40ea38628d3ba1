package ai.jiga.store.queue.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BackOffTest {
    private final BackOff backOff = new BackOff(Duration.ofMillis(50), Duration.ofSeconds(5));

    @Test
    void delaysGrowFourfoldWithinTheirUpperHalfUpToTheLimit() {
        long[] most = {50, 200, 800, 3_200, 5_000, 5_000};
        for (int failures = 1; failures <= most.length; failures++) {
            Duration limit = Duration.ofMillis(most[failures - 1]);
            for (int i = 0; i < 100; i++) {
                assertThat(backOff.after(failures)).isBetween(limit.dividedBy(2), limit);
            }
        }
    }

    @Test
    void manyFailuresDoNotOverflow() {
        assertThat(backOff.after(Integer.MAX_VALUE)).isLessThanOrEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void delaysAreOfSomeLength() {
        assertThatThrownBy(() -> new BackOff(Duration.ZERO, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BackOff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
