package ai.jiga.store.app;

import ai.jiga.store.app.settings.Settings;
import ai.jiga.store.gateway.Readiness;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.time.Duration;
import java.time.InstantSource;

/// The running store: says when it is ready, and runs until it is told to stop.
public final class StoreProcess implements QuarkusApplication {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 50;
    private static final int NOT_READY = 1;

    private final Readiness readiness;
    private final Settings settings;
    private final InstantSource clock;

    public StoreProcess(Readiness readiness, Settings settings, InstantSource clock) {
        this.readiness = readiness;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public int run(String... args) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        Readiness.Report report = readiness.ready();
        while (!report.mayTakeTraffic() && System.nanoTime() < until) {
            Thread.sleep(PAUSE_MILLIS);
            report = readiness.ready();
        }
        if (!report.mayTakeTraffic()) {
            System.err.println("JIGA Store does not become ready: " + report.checks());
            return NOT_READY;
        }
        RunningStore.here(settings, System.getenv(), clock.instant()).write(settings.data());
        try {
            System.out.println("JIGA Store is ready: " + settings.publicUrl() + " (data: " + settings.data() + ")");
            System.out.flush();
            Quarkus.waitForExit();
            return 0;
        } finally {
            System.out.println("JIGA Store is stopping. The next start goes on with " + settings.data() + ".");
            RunningStore.deleteIn(settings.data());
        }
    }
}
