package ai.jiga.store.app;

import ai.jiga.store.revocation.Revocations;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/// Which sign-ins are over: asked by every door of this process, and known before the first one opens.
@Singleton
public class RevocationWiring {
    private static final Logger LOG = Logger.getLogger(RevocationWiring.class);
    private static final int BEFORE_THE_SERVICES = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Revocations revocations;

    public RevocationWiring(OpenedDocuments documents, InstantSource clock) {
        revocations = new Revocations(documents.store(), clock);
    }

    @Produces
    @Singleton
    Revocations revocations() {
        return revocations;
    }

    void start(@Observes @Priority(BEFORE_THE_SERVICES) StartupEvent started) throws InterruptedException {
        if (!revocations.await(PATIENCE)) {
            LOG.warn("Who has signed out lately was not heard of in " + PATIENCE.toSeconds()
                    + " s: until it is, each token costs a look into the documents.");
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        revocations.close();
    }
}
