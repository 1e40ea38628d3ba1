package ai.jiga.store.session.model;

import ai.jiga.store.kernel.Dof;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How long a session has been active, from its durable marks: what earlier stretches add up to, and since when the
/// clock runs now.
///
/// @param closedMillis of the stretches that have ended
/// @param since when the present stretch began, or null while the clock stands
public record ActiveTime(long closedMillis, @Nullable Instant since) {
    public static final ActiveTime NONE = new ActiveTime(0, null);
    private static final long MILLIS_PER_HOUR = Duration.ofHours(1).toMillis();

    public boolean isRunning() {
        return since != null;
    }

    public ActiveTime startedAt(Instant now) {
        return since == null ? new ActiveTime(closedMillis, now) : this;
    }

    /// A time before the stretch began counts as its beginning: clocks of nodes differ a little.
    public ActiveTime stoppedAt(Instant then) {
        return new ActiveTime(millisAt(then), null);
    }

    public long millisAt(Instant now) {
        return since == null
                ? closedMillis
                : closedMillis + Math.max(0, Duration.between(since, now).toMillis());
    }

    /// `floor(rate x active milliseconds / 3,600,000)`, over the whole session.
    public Dof cost(Dof rate, Instant now) {
        return rate.fraction(millisAt(now), MILLIS_PER_HOUR);
    }

    /// When the cost reaches a sum if the clock runs on; null when it never does.
    public @Nullable Instant reaches(Dof rate, Dof sum) {
        if (since == null || rate.isZero()) {
            return null;
        }
        long needed = Math.ceilDiv(Math.multiplyExact(sum.amount(), MILLIS_PER_HOUR), rate.amount());
        return since.plusMillis(Math.max(0, needed - closedMillis));
    }
}
