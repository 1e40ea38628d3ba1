package ai.jiga.store.user.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.user.model.SignInAttempts.By;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignInAttemptsTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    @ParameterizedTest
    @EnumSource
    void pausesDoubleFromTheTenthFailureOnAndStayAtTheLongest(By by) {
        var pauses = new ArrayList<Long>();
        SignInAttempts attempts = SignInAttempts.first("call", NOON);
        for (int i = 2; i <= 100; i++) {
            attempts = attempts.another(by, "call", NOON);
            pauses.add(attempts.pauseLeft(NOON).toSeconds());
        }

        assertThat(pauses.subList(0, 13)).isEqualTo(List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 10L, 20L, 40L, 80L, 160L));
        assertThat(pauses.getLast()).isEqualTo(by.longestPause().toSeconds());
        assertThat(attempts.pauseLeft(NOON.plus(by.longestPause()))).isEqualTo(Duration.ZERO);
    }

    @Test
    void failuresAreForgottenAfterADayOfQuiet() {
        SignInAttempts attempts = SignInAttempts.first("call", NOON);
        for (int i = 2; i <= 20; i++) {
            attempts = attempts.another(By.STRANGER, "call", NOON);
        }

        assertThat(attempts.another(
                                By.STRANGER,
                                "call",
                                NOON.plus(Duration.ofDays(1)).minusSeconds(1))
                        .count())
                .isEqualTo(21);
        assertThat(attempts.another(By.STRANGER, "call", NOON.plus(Duration.ofDays(1)))
                        .count())
                .isEqualTo(1);
    }
}
