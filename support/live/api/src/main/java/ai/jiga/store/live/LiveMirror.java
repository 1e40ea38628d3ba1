package ai.jiga.store.live;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/// Shows how sessions stand. [#show] and [#remove] come back at once and never throw, whatever the mirror
/// is made of: a session does not wait for its picture, and does not fail with it. What is asked last for a
/// session is what comes to be; states in between may be left out.
///
/// Thread-safe.
public interface LiveMirror extends AutoCloseable {
    void show(String sessionId, LiveState state);

    /// For a session that is over.
    void remove(String sessionId);

    /// The sessions that are shown, by this process or another, so that those can be removed which ended
    /// without anybody to remove them. Waits for the mirror.
    ///
    /// @throws IOException when it does not answer
    Set<String> shown() throws IOException;

    /// What is wrong, in words without secrets. The store works all the same.
    Optional<String> trouble();

    /// Shows what was asked for and is not shown yet, for a moment at most, and then nothing more.
    @Override
    void close();
}
