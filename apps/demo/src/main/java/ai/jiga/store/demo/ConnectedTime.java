package ai.jiga.store.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How long the player was connected by the demo's own clock. The store's clock starts somewhere between the
/// first knock and its greeting, so a span has two beginnings: the later one bounds the bill from below, the
/// earlier one from above.
final class ConnectedTime {
    /// What the two clocks, the network and a slow machine may disagree by.
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /// A lost connection is noticed within 10 s, and the rest is for the network.
    private static final Duration DROP_NOTICED_WITHIN = Duration.ofSeconds(12);

    private final InstantSource clock;
    private final List<Span> spans = new ArrayList<>();
    private Duration seenStanding = Duration.ZERO;
    private @Nullable Instant knocked;
    private @Nullable Instant greeted;
    private @Nullable Instant spoke;

    ConnectedTime(InstantSource clock) {
        this.clock = clock;
    }

    /// @param spoke when the store last heard of the player for sure: a lost line counts until then
    private record Span(Instant knocked, Instant greeted, Instant spoke, Instant left) {}

    void knocks() {
        knocked = clock.instant();
    }

    void isGreeted() {
        greeted = clock.instant();
        spoke = greeted;
    }

    /// A frame went out.
    void speaks() {
        spoke = clock.instant();
    }

    void leaves() {
        if (knocked == null || greeted == null || spoke == null) {
            throw new IllegalStateException("Nobody was connected");
        }
        spans.add(new Span(knocked, greeted, spoke, clock.instant()));
        knocked = null;
        greeted = null;
        spoke = null;
    }

    /// For this long, between two readings that agreed, the store's bill was seen not to move.
    void stoodStill(Duration duration) {
        seenStanding = seenStanding.plus(duration);
    }

    /// The least active milliseconds the store may charge.
    long least() {
        var connected = spans.stream()
                .map(s -> Duration.between(s.greeted(), s.spoke()))
                .reduce(Duration.ZERO, Duration::plus);
        return Math.max(0, connected.minus(TOLERANCE).toMillis());
    }

    /// The most: each span and the time a drop may take to be noticed, but never the time the bill stood still.
    long most() {
        var withNotice = spans.stream()
                .map(s -> Duration.between(s.knocked(), s.left()).plus(DROP_NOTICED_WITHIN))
                .reduce(Duration.ZERO, Duration::plus);
        var onTheWall = Duration.between(
                        spans.getFirst().knocked(), spans.getLast().left())
                .minus(seenStanding)
                .plus(TOLERANCE);
        return (withNotice.compareTo(onTheWall) < 0 ? withNotice : onTheWall).toMillis();
    }
}
