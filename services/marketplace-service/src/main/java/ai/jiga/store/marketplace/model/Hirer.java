package ai.jiga.store.marketplace.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody who was charged for an agent, one document for each listing and player: popularity counts
/// people, and a person who comes again is still one.
///
/// A person weighs 2^(months since a fixed day) at the last charged hire: forward decay (Cormode et al.,
/// "Forward Decay: A Practical Time Decay Model for Streaming Systems", 2009), in which a value counts half
/// as much a month later although nothing is ever computed again. Coming back adds what the person weighs
/// more by then: after a month as much again, after an hour next to nothing. A double holds it for 80 years.
///
/// @param lastCharged the end of the latest hire that was charged
/// @param expiresAt when the person weighs a 16-millionth of somebody new, and is forgotten
public record Hirer(Instant lastCharged, Instant expiresAt) {
    private static final Instant DECAY_FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration HALF_LIFE = Duration.ofDays(30);
    private static final Duration KEPT = HALF_LIFE.multipliedBy(24);

    /// @param before null for somebody who comes for the first time
    public static Hirer charged(@Nullable Hirer before, Instant at) {
        Instant last = before == null || before.lastCharged.isBefore(at) ? at : before.lastCharged;
        return new Hirer(last, last.plus(KEPT));
    }

    /// What this person weighs more than before. An event that comes late adds nothing.
    public double moreThan(@Nullable Hirer before) {
        return weight() - (before == null ? 0 : before.weight());
    }

    private double weight() {
        return Math.pow(2, (double) Duration.between(DECAY_FROM, lastCharged).toMillis() / HALF_LIFE.toMillis());
    }
}
