package ai.jiga.store.session.model;

import org.jspecify.annotations.Nullable;

/// Which node meters a session now. Every write of a metering node checks it, so that a node that was asleep while
/// another took over is refused: a fencing token.
///
/// @param epoch rises with every connection
/// @param claim of the call that took it, by which it knows its own seat when its transaction runs again
public record Seat(String node, long epoch, @Nullable String claim) {}
