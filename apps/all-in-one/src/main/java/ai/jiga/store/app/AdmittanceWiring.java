package ai.jiga.store.app;

import ai.jiga.store.access.Access;
import ai.jiga.store.lines.Admittance;
import ai.jiga.store.revocation.EndedSignIns;
import ai.jiga.store.revocation.Revocations;
import ai.jiga.store.security.TokenVerifier;
import ai.jiga.store.tickets.Tickets;
import ai.jiga.store.web.AllowedOrigins;
import ai.jiga.store.web.ClientAddresses;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/// Who may come in by the doors of this process: which sign-ins are over is known before the first one opens.
@Singleton
public class AdmittanceWiring {
    private static final Logger LOG = Logger.getLogger(AdmittanceWiring.class);
    private static final int BEFORE_THE_SERVICES = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Revocations revocations;

    public AdmittanceWiring(OpenedDocuments documents, InstantSource clock) {
        revocations = new Revocations(documents.store(), clock);
    }

    @Produces
    @Singleton
    Revocations revocations() {
        return revocations;
    }

    @Produces
    @Singleton
    Admittance admittance(
            TokenVerifier tokens,
            EndedSignIns ended,
            Tickets tickets,
            AllowedOrigins origins,
            ClientAddresses addresses,
            Access access) {
        return new Admittance(tokens, ended, tickets, origins, addresses, access);
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
