package ai.jiga.store.marketplace.model;

import org.jspecify.annotations.Nullable;

/// A listing's figures: the sum of its [StatShard]s as of the last fold.
///
/// @param endedSessions hired sessions that are over
/// @param playedSessions those of them that were played, however they ended
/// @param popularity see [StatShard]
public record ListingStats(
        long totalHires, long endedSessions, long playedSessions, long ratingSum, long ratingCount, double popularity) {
    public static final ListingStats NONE = new ListingStats(0, 0, 0, 0, 0, 0);

    /// The mean of all ratings, to two digits; null before the first.
    public @Nullable Double rating() {
        return ratingCount == 0 ? null : Math.round(100.0 * ratingSum / ratingCount) / 100.0;
    }

    /// The share of hires that were played, from 0 to 1, to two digits; null before the first has ended.
    public @Nullable Double successRate() {
        return endedSessions == 0 ? null : Math.round(100.0 * playedSessions / endedSessions) / 100.0;
    }

    public ListingStats plus(StatShard shard) {
        return new ListingStats(
                totalHires + shard.hires(),
                endedSessions + shard.ended(),
                playedSessions + shard.played(),
                ratingSum + shard.ratingSum(),
                ratingCount + shard.ratingCount(),
                popularity + shard.popularity());
    }
}
