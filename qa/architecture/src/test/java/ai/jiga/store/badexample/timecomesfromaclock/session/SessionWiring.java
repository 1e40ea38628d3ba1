package ai.jiga.store.badexample.timecomesfromaclock.session;

import java.time.InstantSource;

final class SessionWiring {
    InstantSource clock() {
        return InstantSource.system();
    }
}
