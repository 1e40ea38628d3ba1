package ai.jiga.store.session.model;

import java.time.Duration;

/// What a store allows its sessions.
///
/// @param perPlayer how many at once
/// @param longest from the contract (or its start time) to the time limit
/// @param untilConnected how long a hire waits for its first connection
/// @param away how long a session waits for a player who was connected
/// @param trial active time of a trial
/// @param kept how long the document of an ended session stays
public record SessionLimits(
        int perPlayer, Duration longest, Duration untilConnected, Duration away, Duration trial, Duration kept) {
    /// From its start to its end a trial, or a session of a test, takes no longer, however often it is paused: the
    /// wait for the first connection, and three times a trial's active time.
    public Duration longestForFree() {
        Duration most = untilConnected.plus(trial.multipliedBy(3));
        return most.compareTo(longest) < 0 ? most : longest;
    }

    public static final SessionLimits DEFAULTS = of(3, Duration.ofHours(4));

    /// @throws IllegalArgumentException unless 1 to 100 sessions of one minute to 24 hours
    public static SessionLimits of(int perPlayer, Duration longest) {
        if (perPlayer < 1 || perPlayer > 100) {
            throw new IllegalArgumentException("sessions at once: 1 to 100, not " + perPlayer);
        }
        if (longest.compareTo(Duration.ofMinutes(1)) < 0 || longest.compareTo(Duration.ofHours(24)) > 0) {
            throw new IllegalArgumentException("a session's time limit is one minute to 24 hours, not " + longest);
        }
        return new SessionLimits(
                perPlayer,
                longest,
                Duration.ofMinutes(10),
                Duration.ofMinutes(10),
                Duration.ofMinutes(5),
                Duration.ofDays(365));
    }
}
