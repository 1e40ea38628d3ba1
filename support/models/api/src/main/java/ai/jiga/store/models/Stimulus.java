package ai.jiga.store.models;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that reaches an agent. Its time comes with it: an engine reads no clock of its own, so that a recorded
/// match played again gives the same replies.
public sealed interface Stimulus {

    /// When it happened.
    Instant at();

    /// The player wrote.
    ///
    /// @param text up to 4,000 characters
    record Text(Instant at, String text) implements Stimulus {}

    /// The player spoke.
    ///
    /// @param seconds how long, rounded up
    /// @param transcript what was said, if somebody has made that out
    record Voice(Instant at, long seconds, @Nullable String transcript) implements Stimulus {}

    /// Something happened in the game.
    ///
    /// @param kind what, in lower snake case; an engine ignores kinds it does not know
    /// @param data its fields, an object; an engine ignores what it cannot read
    record GameEvent(Instant at, String kind, JsonNode data) implements Stimulus {}

    /// A picture of the game was taken.
    ///
    /// @param bytes its size
    record Frame(Instant at, long bytes) implements Stimulus {}
}
