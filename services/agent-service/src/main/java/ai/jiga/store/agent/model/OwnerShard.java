package ai.jiga.store.agent.model;

import java.time.Instant;

/// A part of what an owner's agents add up to, all of them together (see [MetricsShard] on parts):
/// summing over the agents would cost an owner of many agents many reads.
///
/// @param hires that others were charged for
/// @param activeMillis of them
/// @param dofConsumed by them
/// @param dofEarned DOF of it that went to the owner
/// @param since when the first was counted
public record OwnerShard(long hires, long activeMillis, long dofConsumed, long dofEarned, Instant since) {
    public static OwnerShard since(Instant at) {
        return new OwnerShard(0, 0, 0, 0, at);
    }

    public OwnerShard plus(OwnerShard other) {
        return new OwnerShard(
                hires + other.hires,
                activeMillis + other.activeMillis,
                dofConsumed + other.dofConsumed,
                dofEarned + other.dofEarned,
                since.isBefore(other.since) ? since : other.since);
    }
}
