package ai.jiga.store.marketplace.model;

import ai.jiga.store.kernel.SessionId;
import java.util.OptionalInt;

/// A part of a listing's figures. What happens to a listing is counted in one of [#COUNT] shards, chosen by the
/// session, so that a busy listing is not one hot document; a task folds them into the listing now and then.
///
/// @param charged hires that were paid for
/// @param answered those of them in which the agent answered
/// @param succeeded those of these that neither a failure nor a dropped line ended
/// @param ratingSum of the latest rating of each person
/// @param ratingCount people who rated
/// @param weight of the people who were charged, see [Hirer]
public record StatShard(long charged, long answered, long succeeded, long ratingSum, long ratingCount, double weight) {
    public static final int COUNT = 8;
    public static final StatShard EMPTY = new StatShard(0, 0, 0, 0, 0, 0);

    /// The shard in which a session is counted.
    public static String of(SessionId session) {
        return Integer.toString(Math.floorMod(session.value().hashCode(), COUNT));
    }

    /// @param more what this hire adds to the weight of its player
    public StatShard charged(boolean wasAnswered, boolean wentWell, double more) {
        return new StatShard(
                charged + 1,
                answered + (wasAnswered ? 1 : 0),
                succeeded + (wentWell ? 1 : 0),
                ratingSum,
                ratingCount,
                weight + more);
    }

    /// @param before the same person's rating until now; absent for somebody who rates for the first time.
    ///     It may have been counted in another shard: what counts is the sum
    public StatShard rated(int rating, OptionalInt before) {
        return new StatShard(
                charged,
                answered,
                succeeded,
                ratingSum + rating - before.orElse(0),
                ratingCount + (before.isPresent() ? 0 : 1),
                weight);
    }
}
