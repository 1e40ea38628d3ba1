package ai.jiga.store.gateway;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/// What an orchestrator asks, at the root.
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operations", description = "What an orchestrator asks")
@RunOnVirtualThread
public class OperationsResource {
    private final Readiness readiness;

    public OperationsResource(Readiness readiness) {
        this.readiness = readiness;
    }

    @GET
    @Path("health")
    @Operation(operationId = "getHealth", summary = "Whether this process is alive")
    public Readiness.Report health() {
        return readiness.alive();
    }

    @GET
    @Path("ready")
    @Operation(
            operationId = "getReadiness",
            summary = "Whether this process may take traffic: 200, or 503 with what is missing")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Readiness.Report.class)))
    @APIResponse(
            responseCode = "503",
            description = "What is missing",
            content = @Content(schema = @Schema(implementation = Readiness.Report.class)))
    public RestResponse<Readiness.Report> ready() throws InterruptedException {
        Readiness.Report report = readiness.ready();
        return report.mayTakeTraffic()
                ? RestResponse.ok(report)
                : RestResponse.ResponseBuilder.create(RestResponse.Status.SERVICE_UNAVAILABLE, report)
                        .header(HttpHeaders.RETRY_AFTER, 1)
                        .build();
    }
}
