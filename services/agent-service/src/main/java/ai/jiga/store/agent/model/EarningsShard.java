package ai.jiga.store.agent.model;

/// A part of what an agent earned in a month (see [MetricsShard] on parts).
///
/// @param month such as `2026-01`, in UTC, by when the transaction was completed
/// @param sessions settled
/// @param consumed DOF that the players paid
/// @param earned DOF of it that went to the owner
public record EarningsShard(String month, long sessions, long consumed, long earned) {
    public static EarningsShard nothing(String month) {
        return new EarningsShard(month, 0, 0, 0);
    }

    public EarningsShard plus(EarningsShard other) {
        return new EarningsShard(month, sessions + other.sessions, consumed + other.consumed, earned + other.earned);
    }
}
