package ai.jiga.store.gateway.netty;

import ai.jiga.store.gateway.EdgeHeaders;
import ai.jiga.store.web.AllowedOrigins;
import ai.jiga.store.web.ClientAddresses;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Builds what the connections share.
@Singleton
public class WireWiring {
    @Produces
    @Singleton
    WireLimits limits(
            @ConfigProperty(name = "jiga.wire.first-byte") Duration firstByte,
            @ConfigProperty(name = "jiga.wire.idle") Duration idle,
            @ConfigProperty(name = "jiga.wire.head") Duration head,
            @ConfigProperty(name = "jiga.wire.body") Duration body,
            @ConfigProperty(name = "jiga.wire.answer") Duration answer,
            @ConfigProperty(name = "jiga.wire.half-heads") int halfHeads) {
        return new WireLimits(firstByte, idle, head, body, answer, halfHeads);
    }

    @Produces
    @Singleton
    Wire wire(
            AllowedOrigins origins,
            ClientAddresses addresses,
            ObjectMapper mapper,
            InstantSource clock,
            WireLimits limits) {
        return new Wire(new EdgeHeaders(origins), addresses, mapper, clock, limits);
    }
}
