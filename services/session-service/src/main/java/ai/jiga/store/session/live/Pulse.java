package ai.jiga.store.session.live;

import ai.jiga.store.lines.Connection;
import java.time.Duration;
import java.time.Instant;

/// Whether a line still stands: it is asked every few seconds. Belongs to the session's thread.
final class Pulse {
    static final Duration PING_EVERY = Duration.ofSeconds(3);

    /// When nothing was heard since the ping before the last, and not so long after the last, a connection counts as
    /// lost, since its last sign of life.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Instant listeningSince = Instant.MIN;
    private Instant pingBefore = Instant.MIN;
    private Instant lastPing = Instant.MIN;
    private Instant nextPing = Instant.MIN;

    /// A line is listened to from now on.
    void begin(Instant now) {
        listeningSince = now;
        pingBefore = Instant.MIN;
        lastPing = Instant.MIN;
        nextPing = now.plus(PING_EVERY);
    }

    /// Asks, if it is time to: whoever spoke lately need not be asked.
    void beat(Connection line, Instant now) {
        if (nextPing.isAfter(now)) {
            return;
        }
        Instant unheard = line.lastHeard().plus(PING_EVERY);
        if (unheard.isAfter(now)) {
            nextPing = unheard;
        } else {
            line.ping();
            pingBefore = lastPing;
            lastPing = now;
            nextPing = now.plus(PING_EVERY);
        }
    }

    /// When it asks next.
    Instant next() {
        return nextPing;
    }

    /// Two pings without an answer, not a time without one: a store that stood still, as a laptop that slept, has not
    /// asked.
    boolean isSilent(Connection line, Instant now) {
        return line.lastHeard().isBefore(pingBefore) && !lastPing.plus(PATIENCE).isAfter(now);
    }

    /// A line that had to wait for its seat has not been silent meanwhile: nobody listened.
    Instant lastSign(Connection line) {
        return line.lastHeard().isBefore(listeningSince) ? listeningSince : line.lastHeard();
    }
}
