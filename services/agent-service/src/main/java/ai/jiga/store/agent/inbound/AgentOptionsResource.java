package ai.jiga.store.agent.inbound;

import ai.jiga.store.agent.model.AgentOptions;
import ai.jiga.store.web.Cached;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/agents/options")
@Tag(name = "agents")
@Produces(MediaType.APPLICATION_JSON)
public class AgentOptionsResource {
    @GET
    @Cached(Cached.STATIC)
    @Operation(
            operationId = "getAgentOptions",
            summary = "What an agent may be made of: ranks with their rates, providers with their voices",
            description = "The same for everybody.")
    public AgentOptions all() {
        return AgentOptions.ALL;
    }
}
