package ai.jiga.store.documents.faulty;

import java.util.Set;

/// What may happen to one call of the store.
public enum Fault {
    NONE,
    /// The answer takes some milliseconds.
    SLOW,
    /// A transaction loses its race: what its body wrote is dropped, and the body runs again.
    ABORTED,
    /// A transaction commits, the engine does not learn it, and runs the body again; the caller sees the second run.
    ANSWER_LOST,
    /// A transaction loses its race too often: nothing is written, and the caller is told so.
    CONTENDED,
    /// No answer comes, and nothing was done; the caller is told that the outcome is unknown.
    TIMED_OUT_BEFORE,
    /// No answer comes, though everything was done; the caller is told the same.
    TIMED_OUT_AFTER;

    /// Those that an engine deals with itself: whoever calls it must not notice.
    public static final Set<Fault> HIDDEN = Set.of(NONE, SLOW, ABORTED, ANSWER_LOST);
}
