package ai.jiga.store.user.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How often somebody tried to sign in as an address without success, whether or not it has an account. From the tenth
/// time on there is a pause after each, 10 s first and twice as long each time, never longer than 5 minutes: a guesser
/// gets some 300 guesses a day, and nobody is shut out for ever. Who is signed in already is not concerned.
///
/// @param blockedUntil no attempt is looked at before, or null
/// @param expiresAt forgotten from then on
public record SignInAttempts(int count, @Nullable Instant blockedUntil, Instant expiresAt) {
    public static final int WITHOUT_PAUSE = 10;
    public static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    public static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    public static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);
    /// From here on the pause is the longest: the shift below stays small.
    private static final int MOST_DOUBLINGS = 10;

    public static SignInAttempts first(Instant now) {
        return new SignInAttempts(1, null, now.plus(FORGOTTEN_AFTER));
    }

    public SignInAttempts another(Instant now) {
        if (!now.isBefore(expiresAt)) {
            return first(now);
        }
        int more = count + 1;
        Instant until = more < WITHOUT_PAUSE ? null : now.plus(pause(more - WITHOUT_PAUSE));
        return new SignInAttempts(more, until, now.plus(FORGOTTEN_AFTER));
    }

    private static Duration pause(int doublings) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(doublings, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /// How long it still takes until the next attempt is looked at, if it is not at once.
    public Optional<Duration> pauseLeft(Instant now) {
        return blockedUntil == null || !now.isBefore(blockedUntil)
                ? Optional.empty()
                : Optional.of(Duration.between(now, blockedUntil));
    }
}
