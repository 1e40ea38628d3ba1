package ai.jiga.store.session.model;

import ai.jiga.store.kernel.Dof;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What one frame of the client caused: the proof that its `seq` was accepted, with what it cost, which may be
/// nothing, and what was said in answer, to be said again to whoever did not hear it.
///
/// @param result what came of it
/// @param words the answer's frames, as JSON; null when nothing was said, and once they are no longer kept
/// @param forgotten whether there were words that are no longer kept
public record UsageEntry(
        long seq,
        Instant at,
        List<UsageLine> lines,
        Result result,
        @Nullable String words,
        boolean forgotten) {
    public UsageEntry {
        lines = List.copyOf(lines);
        // Absent in what earlier versions wrote.
        result = Objects.requireNonNullElse(result, Result.TAKEN_IN);
    }

    /// One without words.
    public UsageEntry(long seq, Instant at, List<UsageLine> lines, Result result) {
        this(seq, at, lines, result, null, false);
    }

    public enum Result {
        /// The agent understood it, and said or did something.
        ANSWERED,
        /// Taken in without a word.
        TAKEN_IN,
        /// The agent could make nothing of it, or could not do what was asked, and said so: free.
        NOT_UNDERSTOOD,
        /// The agent could not answer: free.
        FAILED
    }

    @JsonIgnore
    public Dof dof() {
        return lines.stream().map(UsageLine::dof).reduce(Dof.ZERO, Dof::plus);
    }

    UsageEntry withoutWords() {
        return words == null ? this : new UsageEntry(seq, at, lines, result, null, true);
    }

    long countWordBytes() {
        return words == null ? 0 : words.getBytes(StandardCharsets.UTF_8).length;
    }
}
