package ai.jiga.store.session.model;

import ai.jiga.store.kernel.Dof;
import java.util.List;

/// How far the durable frames of a session go.
///
/// @param lastSeq the last frame that was accepted, 0 before the first
/// @param lines how many usage lines there are
/// @param answered how many frames the agent understood and answered
/// @param dof what they cost
/// @param keptBytes of the words that are kept to be said again
/// @param keptFrom no flush with a lower last `seq` keeps words
public record Progress(long lastSeq, long lines, long answered, Dof dof, long keptBytes, long keptFrom) {
    public static final Progress NONE = new Progress(0, 0, 0, Dof.ZERO, 0, 0);

    /// @param entries at least one, in the order of their `seq`
    public Progress and(List<UsageEntry> entries) {
        long moreLines = entries.stream().mapToLong(e -> e.lines().size()).sum();
        long moreAnswers = entries.stream()
                .filter(e -> e.result() == UsageEntry.Result.ANSWERED)
                .count();
        return new Progress(
                entries.getLast().seq(),
                lines + moreLines,
                answered + moreAnswers,
                dof.plus(dofOf(entries)),
                keptBytes + UsageFlush.wordBytes(entries),
                keptFrom);
    }

    static Dof dofOf(List<UsageEntry> entries) {
        return entries.stream().map(UsageEntry::dof).reduce(Dof.ZERO, Dof::plus);
    }

    /// Some of the oldest words are gone.
    public Progress forgetting(long bytes, long from) {
        return new Progress(lastSeq, lines, answered, dof, keptBytes - bytes, from);
    }
}
