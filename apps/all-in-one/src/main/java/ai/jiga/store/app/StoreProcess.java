package ai.jiga.store.app;

import ai.jiga.store.gateway.Readiness;
import ai.jiga.store.web.PublicUrl;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The running store: says when it is ready, and runs until it is told to stop.
public final class StoreProcess implements QuarkusApplication {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 50;
    private static final int NOT_READY = 1;

    private final Readiness readiness;
    private final PublicUrl url;
    private final String data;

    public StoreProcess(Readiness readiness, PublicUrl url, @ConfigProperty(name = "jiga.data") String data) {
        this.readiness = readiness;
        this.url = url;
        this.data = data;
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
        System.out.println("JIGA Store is ready: " + url.base() + " (data: " + data + ")");
        System.out.flush();
        Quarkus.waitForExit();
        return 0;
    }
}
