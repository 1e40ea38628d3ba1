package ai.jiga.store.user.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How often somebody tried to sign in without success, whether or not there is an account. From the tenth
/// time on there is a pause after each, 10 s first and twice as long each time. Who is signed in already is
/// not concerned.
///
/// @param countedBy which call was the last: a transaction that runs again finds its own
/// @param blockedUntil no attempt is looked at before, or null
/// @param expiresAt forgotten from then on
public record SignInAttempts(
        int count, @Nullable String countedBy, @Nullable Instant blockedUntil, Instant expiresAt) {
    public static final int WITHOUT_PAUSE = 10;
    public static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    public static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);
    /// From here on the pause is the longest: the shift below stays small.
    private static final int MOST_DOUBLINGS = 10;

    /// Who tries.
    public enum By {
        /// A device that the account was signed in on before: most likely its owner, or somebody who has stolen the
        /// device's token and gets some 300 guesses a day.
        KNOWN_DEVICE(Duration.ofMinutes(5)),

        /// Anybody, at one address: some 40 guesses in a day, so that one alone never uses up what strangers have
        /// together ([Guesses#ON_AN_ACCOUNT]).
        STRANGER(Duration.ofHours(1));

        private final Duration longestPause;

        By(Duration longestPause) {
            this.longestPause = longestPause;
        }

        public Duration longestPause() {
            return longestPause;
        }
    }

    public static SignInAttempts first(String call, Instant now) {
        return new SignInAttempts(1, call, null, now.plus(FORGOTTEN_AFTER));
    }

    public SignInAttempts another(By by, String call, Instant now) {
        if (!now.isBefore(expiresAt)) {
            return first(call, now);
        }
        int more = count + 1;
        Instant until = more < WITHOUT_PAUSE ? null : now.plus(pause(more - WITHOUT_PAUSE, by.longestPause()));
        return new SignInAttempts(more, call, until, now.plus(FORGOTTEN_AFTER));
    }

    private static Duration pause(int doublings, Duration longest) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(doublings, MOST_DOUBLINGS));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }

    /// How long it still takes until the next attempt is looked at; zero when it is at once.
    public Duration pauseLeft(Instant now) {
        return Optional.ofNullable(blockedUntil)
                .filter(now::isBefore)
                .map(until -> Duration.between(now, until))
                .orElse(Duration.ZERO);
    }

    public boolean wasCountedBy(String call) {
        return call.equals(countedBy);
    }
}
