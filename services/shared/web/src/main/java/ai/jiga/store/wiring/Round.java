package ai.jiga.store.wiring;

import java.time.Duration;

/// Work that a process does again and again: every bean of this type, from when the process has started until it stops.
///
/// @param what it does, for the log, such as `committing the search index`
/// @param pause from the end of one to the begin of the next
/// @param work one round. What it throws is logged, and the next one comes all the same
public record Round(String what, Duration pause, Work work) {
    /// What is done in a round.
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }
}
