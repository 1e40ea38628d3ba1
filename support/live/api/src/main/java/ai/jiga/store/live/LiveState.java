package ai.jiga.store.live;

import java.time.Instant;

/// How a session stands. Nothing of what was said in it.
///
/// @param status `active` or `paused`
/// @param consumed DOF so far
/// @param remaining DOF of the allocation
/// @param rate DOF for an active hour
/// @param userId the player, who may look on
/// @param ownerId the agent's owner, who may too
/// @param updatedAt when it stood so: what is much older than some seconds is stale, because its node is
/// gone
public record LiveState(
        String status, long consumed, long remaining, long rate, String userId, String ownerId, Instant updatedAt) {}
