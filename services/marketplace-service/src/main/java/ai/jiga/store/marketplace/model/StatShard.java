package ai.jiga.store.marketplace.model;

import ai.jiga.store.kernel.SessionId;
import java.time.Duration;
import java.time.Instant;

/// A part of a listing's figures. What happens to a listing is counted in one of [#COUNT] shards, chosen by the
/// session, so that a busy listing is not one hot document; a task folds them into the listing now and then.
///
/// Popularity is the number of hires, of which each counts half as much a month later. It is kept by forward decay: a
/// hire adds 2^(months since a fixed day), which orders listings rightly at any time and never needs to be computed
/// again (Cormode et al., "Forward Decay: A Practical Time Decay Model for Streaming Systems", 2009). A double holds it
/// for 80 years.
public record StatShard(long hires, long ended, long played, long ratingSum, long ratingCount, double popularity) {
    public static final int COUNT = 8;
    public static final StatShard EMPTY = new StatShard(0, 0, 0, 0, 0, 0);

    private static final Instant DECAY_FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration HALF_LIFE = Duration.ofDays(30);

    /// The shard in which a session is counted.
    public static String of(SessionId session) {
        return Integer.toString(Math.floorMod(session.value().hashCode(), COUNT));
    }

    public StatShard hired(Instant at) {
        double weight = Math.pow(2, (double) Duration.between(DECAY_FROM, at).toMillis() / HALF_LIFE.toMillis());
        return new StatShard(hires + 1, ended, played, ratingSum, ratingCount, popularity + weight);
    }

    public StatShard ended(boolean wasPlayed) {
        return new StatShard(hires, ended + 1, played + (wasPlayed ? 1 : 0), ratingSum, ratingCount, popularity);
    }

    public StatShard rated(int rating) {
        return new StatShard(hires, ended, played, ratingSum + rating, ratingCount + 1, popularity);
    }
}
