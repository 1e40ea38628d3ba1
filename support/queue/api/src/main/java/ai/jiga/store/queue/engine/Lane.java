package ai.jiga.store.queue.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What there is to do in order, for one key. [Lanes] runs a lane on one thread at a time.
public interface Lane {
    /// One pass over all that waits.
    ///
    /// @return when to come again unasked, or null when nothing is left to do
    @Nullable
    Duration pass();

    /// The lane ends because of closing, whatever still waits in it.
    default void abandoned() {}
}
