package ai.jiga.store.queue.engine;

import java.time.Duration;

/// How attempts at an event follow each other.
///
/// @param attempts after so many failures in a row a handler's event is parked
/// @param retry between a handler's attempts at an event
/// @param fault between attempts while the store itself fails; these are not counted
public record Pacing(int attempts, BackOff retry, BackOff fault) {
    public Pacing {
        if (attempts < 1) {
            throw new IllegalArgumentException("an event is attempted at least once");
        }
    }

    /// Five attempts within about four seconds.
    public static Pacing defaults() {
        var backOff = new BackOff(Duration.ofMillis(50), Duration.ofSeconds(5));
        return new Pacing(5, backOff, backOff);
    }

    /// The defaults for tests: attempts follow each other within milliseconds.
    public static Pacing forTests() {
        var soon = new BackOff(Duration.ofMillis(1), Duration.ofMillis(10));
        return new Pacing(5, soon, soon);
    }
}
