package ai.jiga.store.session.model;

import ai.jiga.store.kernel.Dof;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// What one frame of the client caused: the proof that its `seq` was accepted, with what it cost, which may be
/// nothing.
///
/// @param result what came of it
public record UsageEntry(long seq, Instant at, List<UsageLine> lines, Result result) {
    public UsageEntry {
        lines = List.copyOf(lines);
        // Absent in what earlier versions wrote.
        result = Objects.requireNonNullElse(result, Result.TAKEN_IN);
    }

    public enum Result {
        /// The agent understood it, and said or did something.
        ANSWERED,
        /// Taken in without a word.
        TAKEN_IN,
        /// The agent could not answer.
        FAILED
    }

    @JsonIgnore
    public Dof dof() {
        return lines.stream().map(UsageLine::dof).reduce(Dof.ZERO, Dof::plus);
    }
}
