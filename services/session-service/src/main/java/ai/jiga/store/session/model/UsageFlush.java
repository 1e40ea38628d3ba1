package ai.jiga.store.session.model;

import ai.jiga.store.kernel.Dof;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/// Entries that became durable together: one document, below its session.
///
/// @param lastSeq of the last entry
/// @param lastLine how many lines the session has up to here: where a page goes on
/// @param dof of all entries
/// @param answered how many frames of the session up to here were answered
public record UsageFlush(long lastSeq, long lastLine, Dof dof, List<UsageEntry> entries, long answered) {
    public UsageFlush {
        entries = List.copyOf(entries);
    }

    /// @param before how far the session was
    public static UsageFlush of(List<UsageEntry> entries, Progress before) {
        Progress after = before.and(entries);
        Dof dof = entries.stream().map(UsageEntry::dof).reduce(Dof.ZERO, Dof::plus);
        return new UsageFlush(after.lastSeq(), after.lines(), dof, entries, after.answered());
    }

    /// Whether the agent could not answer the last of its frames.
    @JsonIgnore
    public boolean endedInFailure() {
        return entries.getLast().result() == UsageEntry.Result.FAILED;
    }

    /// How far the session is with this flush.
    public Progress progress() {
        return new Progress(lastSeq, lastLine, answered);
    }
}
