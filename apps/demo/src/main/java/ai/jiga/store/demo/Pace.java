package ai.jiga.store.demo;

import java.time.Duration;

/// How long the demo takes over things, and how long it waits for the store.
///
/// @param match how long the recorded match is played, compressed to that
/// @param away how long the player stays away after the connection is lost; the bill is read at both ends, so
///     it must be long enough for a running clock to show: a DOF takes 0.65 s at 5,600 an hour
/// @param answered how long the live line may take for what is next on it: a greeting, an answer, the end
/// @param pauseNoticed how long the store may take to notice a lost connection: it has 10 s
/// @param settling how long the store may take for what it does a moment after its answer: credit a payment, index a
///     listing, fold an earning
record Pace(Duration match, Duration away, Duration answered, Duration pauseNoticed, Duration settling) {
    /// For somebody who reads along.
    static Pace readable() {
        return new Pace(
                Duration.ofSeconds(12),
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                Duration.ofSeconds(13),
                Duration.ofSeconds(15));
    }

    /// For a machine, which may have other things to do at the time and is not bored.
    static Pace fast() {
        return new Pace(
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                Duration.ofSeconds(45),
                Duration.ofSeconds(13),
                Duration.ofSeconds(45));
    }
}
