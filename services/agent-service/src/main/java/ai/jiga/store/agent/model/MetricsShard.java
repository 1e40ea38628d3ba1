package ai.jiga.store.agent.model;

/// A part of what an agent's charged sessions add up to. A busy agent ends many sessions a second, and no
/// document takes that: each session adds to one of [Shards], and a reader adds the parts.
///
/// @param activeMillis of all sessions
/// @param dofConsumed by all sessions
public record MetricsShard(long sessions, long activeMillis, long dofConsumed) {
    public static final MetricsShard NOTHING = new MetricsShard(0, 0, 0);

    public MetricsShard plus(MetricsShard other) {
        return new MetricsShard(
                sessions + other.sessions, activeMillis + other.activeMillis, dofConsumed + other.dofConsumed);
    }
}
