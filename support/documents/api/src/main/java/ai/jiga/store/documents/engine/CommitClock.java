package ai.jiga.store.documents.engine;

import java.time.InstantSource;

/// Commit times in microseconds: the clock's time, and strictly later than the last write of every document that the
/// commit touches, even when the clock stands still or steps back. Used by one thread at a time.
public final class CommitClock {
    private final InstantSource clock;
    /// A document that is deleted and created again must not get its old time back: a precondition would take it
    /// for the old one.
    private long latestDeletion = Long.MIN_VALUE;

    public CommitClock(InstantSource clock) {
        this.clock = clock;
    }

    /// @param latestUpdate the latest time among the documents to be written, or `Long.MIN_VALUE`
    long next(long latestUpdate) {
        long floor = Math.max(latestUpdate, latestDeletion);
        long now = Micros.of(clock.instant());
        return now > floor ? now : floor + 1;
    }

    void deleted(long commitMicros) {
        latestDeletion = Math.max(latestDeletion, commitMicros);
    }
}
