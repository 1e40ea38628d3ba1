package ai.jiga.store.badexample.timecomesfromaclock.session;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;

record Timer(InstantSource source, Clock clock) {
    Instant started() {
        return clock.instant().isAfter(source.instant()) ? Instant.now(clock) : source.instant();
    }
}
