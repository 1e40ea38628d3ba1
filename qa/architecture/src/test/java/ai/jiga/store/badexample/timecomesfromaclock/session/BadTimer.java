package ai.jiga.store.badexample.timecomesfromaclock.session;

import java.time.Instant;

final class BadTimer {
    Instant started() {
        return Instant.now();
    }
}
