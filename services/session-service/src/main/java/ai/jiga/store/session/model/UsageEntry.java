package ai.jiga.store.session.model;

import ai.jiga.store.kernel.Dof;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;

/// What one frame of the client caused: the proof that its `seq` was accepted, with what it cost, which may be
/// nothing.
public record UsageEntry(long seq, Instant at, List<UsageLine> lines) {
    public UsageEntry {
        lines = List.copyOf(lines);
    }

    @JsonIgnore
    public Dof dof() {
        return lines.stream().map(UsageLine::dof).reduce(Dof.ZERO, Dof::plus);
    }
}
