package ai.jiga.store.session.model;

/// Which node meters a session now. Every write of a metering node checks it, so that a node that was asleep while
/// another took over is refused: a fencing token.
///
/// @param epoch rises with every connection
public record Seat(String node, long epoch) {}
