package ai.jiga.store.user.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How much of a quota of failed sign-ins is used up: so many at once, and one more each time that some time has passed
/// (the generic cell rate algorithm of ITU-T I.371). Nothing that is refused uses it, so it cannot be held shut.
///
/// @param expiresAt when all of it is there again; forgotten from then on
public record Guesses(Instant expiresAt) {
    /// Of one address, whichever accounts it tries: a household, an office, or somebody with a list of passwords.
    public static final Limit FROM_AN_ADDRESS = new Limit(100, Duration.ofSeconds(30));

    /// Of all strangers together on one account. Half a dozen addresses at once cannot use it up, because each of them
    /// has to pause; a thousand can, and then strangers wait while the account's own devices do not.
    public static final Limit ON_AN_ACCOUNT = new Limit(100, Duration.ofMinutes(5));

    /// @param most at once
    /// @param each the time after which there is one more
    public record Limit(int most, Duration each) {
        Duration window() {
            return each.multipliedBy(most);
        }
    }

    /// How long it takes until one more is allowed; zero when it is now.
    public static Duration wait(@Nullable Guesses used, Limit limit, Instant now) {
        Duration over =
                Duration.between(now.plus(limit.window()), one(used, limit, now).expiresAt());
        return over.isNegative() ? Duration.ZERO : over;
    }

    public static Guesses one(@Nullable Guesses used, Limit limit, Instant now) {
        Instant from = used == null || used.expiresAt().isBefore(now) ? now : used.expiresAt();
        return new Guesses(from.plus(limit.each()));
    }

    /// One of them was none.
    public Guesses without(Limit limit) {
        return new Guesses(expiresAt.minus(limit.each()));
    }
}
