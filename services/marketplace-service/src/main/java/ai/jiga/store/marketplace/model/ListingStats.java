package ai.jiga.store.marketplace.model;

import org.jspecify.annotations.Nullable;

/// A listing's figures: the sum of its [StatShard]s as of the last fold. What was counted before a hire had
/// to be charged had other names, and is left behind.
///
/// @param chargedHires hires that were paid for
/// @param answeredSessions those of them in which the agent answered
/// @param succeededSessions those of these that neither a failure nor a dropped line ended
/// @param ratingSum of the latest rating of each person
/// @param ratingCount people who rated
/// @param weight of the people who were charged, see [Hirer]
public record ListingStats(
        long chargedHires,
        long answeredSessions,
        long succeededSessions,
        long ratingSum,
        long ratingCount,
        double weight) {
    public static final ListingStats NONE = new ListingStats(0, 0, 0, 0, 0, 0);

    /// The mean of all ratings, to two digits; null before the first.
    public @Nullable Double rating() {
        return ratingCount == 0 ? null : Math.round(100.0 * ratingSum / ratingCount) / 100.0;
    }

    /// The share of answered sessions that went well, from 0 to 1, to two digits; null before the first.
    public @Nullable Double successRate() {
        return answeredSessions == 0 ? null : Math.round(100.0 * succeededSessions / answeredSessions) / 100.0;
    }

    /// A number that orders listings by the people who came, the recent ones before others. The order never
    /// needs to be computed again; the logarithm keeps it small: a listing that stays as popular as it is
    /// gains one a month.
    public double popularity() {
        return Math.log1p(weight) / Math.log(2);
    }

    public ListingStats plus(StatShard shard) {
        return new ListingStats(
                chargedHires + shard.charged(),
                answeredSessions + shard.answered(),
                succeededSessions + shard.succeeded(),
                ratingSum + shard.ratingSum(),
                ratingCount + shard.ratingCount(),
                weight + shard.weight());
    }
}
