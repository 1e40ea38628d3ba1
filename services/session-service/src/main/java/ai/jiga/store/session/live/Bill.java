package ai.jiga.store.session.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// When a player is told how the bill stands: every so often, and sooner once something was charged, but once in a tick
/// at most, however much is said. Belongs to the session's thread.
final class Bill {
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Meter meter;
    private final ServerFrames say;
    private Instant last = Instant.MIN;
    private Instant next = Instant.MIN;

    Bill(Meter meter, ServerFrames say) {
        this.meter = meter;
        this.say = say;
    }

    /// When it is to be told at the latest.
    Instant next() {
        return next;
    }

    /// To be sent now.
    byte[] update(Instant now) {
        last = now;
        next = now.plus(EVERY);
        return say.dofUpdate(meter, now);
    }

    /// Adds the bill to what leaves in any case, if it may be told already. It is told soon if it may not.
    void charged(List<byte[]> leaving, Instant now) {
        Instant soonest = last.plus(TICK);
        if (!soonest.isAfter(now)) {
            leaving.add(update(now));
        } else if (soonest.isBefore(next)) {
            next = soonest;
        }
        warn(leaving, now);
    }

    /// Adds that little is left, the first time it is so.
    void warn(List<byte[]> leaving, Instant now) {
        meter.newlyBelow(now).ifPresent(mark -> leaving.add(say.lowBalance(mark, meter.remaining(now))));
    }
}
