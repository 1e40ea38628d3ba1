package ai.jiga.store.session.model;

import ai.jiga.store.kernel.Dof;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Entries that became durable together: one document, below its session.
///
/// @param lastSeq of the last entry
/// @param lastLine how many lines the session has up to here: where a page goes on
/// @param dof of all entries
/// @param answered how many frames of the session up to here were answered
/// @param wordBytes of the words that this document keeps
/// @param keptBytes of the words that the session keeps, with this flush
/// @param keptFrom no flush with a lower last `seq` keeps words
/// @param total of all entries of the session up to here; absent in what earlier versions wrote
public record UsageFlush(
        long lastSeq,
        long lastLine,
        Dof dof,
        List<UsageEntry> entries,
        long answered,
        long wordBytes,
        long keptBytes,
        long keptFrom,
        @Nullable Dof total) {
    /// What a session keeps of its answers, and so the most that one of these documents does: well below what
    /// a document can hold. Some hundred answers.
    public static final long MOST_WORD_BYTES = 256 * 1024;

    public UsageFlush {
        entries = List.copyOf(entries);
    }

    /// @param before how far the session was
    public static UsageFlush of(List<UsageEntry> entries, Progress before) {
        Progress after = before.and(entries);
        return new UsageFlush(
                after.lastSeq(),
                after.lines(),
                Progress.dofOf(entries),
                entries,
                after.answered(),
                wordBytes(entries),
                after.keptBytes(),
                after.keptFrom(),
                after.dof());
    }

    /// The same entries, of which the oldest have lost their words where there are too many.
    public static List<UsageEntry> withinBounds(List<UsageEntry> entries) {
        var within = new ArrayList<>(entries);
        for (int i = 0; i < within.size() && wordBytes(within) > MOST_WORD_BYTES; i++) {
            within.set(i, within.get(i).withoutWords());
        }
        return within;
    }

    public static long wordBytes(List<UsageEntry> entries) {
        return entries.stream().mapToLong(UsageEntry::countWordBytes).sum();
    }

    public UsageFlush withoutWords() {
        return new UsageFlush(
                lastSeq,
                lastLine,
                dof,
                entries.stream().map(UsageEntry::withoutWords).toList(),
                answered,
                0,
                keptBytes,
                keptFrom,
                total);
    }

    /// Whether the agent could not answer the last of its frames.
    @JsonIgnore
    public boolean endedInFailure() {
        return entries.getLast().result() == UsageEntry.Result.FAILED;
    }

    /// How far the session is with this flush.
    ///
    /// @param of all entries up to here
    public Progress progress(Dof of) {
        return new Progress(lastSeq, lastLine, answered, of, keptBytes, keptFrom);
    }
}
