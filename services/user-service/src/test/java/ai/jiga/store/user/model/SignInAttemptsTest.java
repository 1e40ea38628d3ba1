package ai.jiga.store.user.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignInAttemptsTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    @Test
    void pausesDoubleFromTheTenthFailureOnAndStayAtFiveMinutes() {
        var pauses = new ArrayList<Long>();
        SignInAttempts attempts = SignInAttempts.first(NOON);
        for (int i = 2; i <= 100; i++) {
            attempts = attempts.another(NOON);
            pauses.add(attempts.pauseLeft(NOON).orElse(Duration.ZERO).toSeconds());
        }

        assertThat(pauses.subList(0, 15))
                .isEqualTo(List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 10L, 20L, 40L, 80L, 160L, 300L, 300L));
        assertThat(pauses.getLast()).isEqualTo(300);
    }

    @Test
    void failuresAreForgottenAfterADayOfQuiet() {
        SignInAttempts attempts = SignInAttempts.first(NOON);
        for (int i = 2; i <= 20; i++) {
            attempts = attempts.another(NOON);
        }

        assertThat(attempts.another(NOON.plus(Duration.ofDays(1)).minusSeconds(1))
                        .count())
                .isEqualTo(21);
        assertThat(attempts.another(NOON.plus(Duration.ofDays(1))).count()).isEqualTo(1);
    }
}
