package ai.jiga.store.session.model;

import ai.jiga.store.kernel.Dof;
import java.util.List;

/// Entries that became durable together: one document, below its session.
///
/// @param lastSeq of the last entry
/// @param lastLine how many lines the session has up to here: where a page goes on
/// @param dof of all entries
public record UsageFlush(long lastSeq, long lastLine, Dof dof, List<UsageEntry> entries) {
    public UsageFlush {
        entries = List.copyOf(entries);
    }

    /// @param linesBefore how many lines the session had
    public static UsageFlush of(List<UsageEntry> entries, long linesBefore) {
        long lines = entries.stream().mapToLong(e -> e.lines().size()).sum();
        Dof dof = entries.stream().map(UsageEntry::dof).reduce(Dof.ZERO, Dof::plus);
        return new UsageFlush(entries.getLast().seq(), linesBefore + lines, dof, entries);
    }
}
