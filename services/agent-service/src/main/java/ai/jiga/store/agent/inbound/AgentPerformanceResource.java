package ai.jiga.store.agent.inbound;

import ai.jiga.store.agent.usecase.CountPerformance;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.Refuses;
import ai.jiga.store.web.SignedIn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What an agent did and earned: for the owner only.
@Path("/api/v1/agents")
@Tag(name = "agents")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
@RunOnVirtualThread
public class AgentPerformanceResource {
    private final CurrentCaller caller;
    private final CountPerformance performance;

    public AgentPerformanceResource(CurrentCaller caller, CountPerformance performance) {
        this.caller = caller;
        this.performance = performance;
    }

    @GET
    @Path("/{id}/metrics")
    @Refuses({ErrorCode.AGENT_NOT_FOUND, ErrorCode.NOT_AGENT_OWNER})
    @Operation(operationId = "getAgentMetrics", summary = "What its sessions add up to")
    public CountPerformance.Metrics metrics(@PathParam("id") String id) {
        return performance.metrics(caller.get(), Ids.agent(id)).orThrow();
    }

    @GET
    @Path("/{id}/earnings")
    @Refuses({ErrorCode.AGENT_NOT_FOUND, ErrorCode.NOT_AGENT_OWNER})
    @Operation(operationId = "getAgentEarnings", summary = "What it earned, in all and by month")
    public CountPerformance.Earnings earnings(@PathParam("id") String id) {
        return performance.earnings(caller.get(), Ids.agent(id)).orThrow();
    }
}
