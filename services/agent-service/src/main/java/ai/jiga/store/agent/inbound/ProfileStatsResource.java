package ai.jiga.store.agent.inbound;

import ai.jiga.store.agent.usecase.CountPersonalFigures;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.SignedIn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Below the user service's paths, so with its whole path on the class: the figures are this service's.
@Path("/api/v1/profile/stats")
@Tag(name = "profile")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
@RunOnVirtualThread
public class ProfileStatsResource {
    private final CurrentCaller caller;
    private final CountPersonalFigures figures;

    public ProfileStatsResource(CurrentCaller caller, CountPersonalFigures figures) {
        this.caller = caller;
        this.figures = figures;
    }

    @GET
    @Operation(
            operationId = "getProfileStats",
            summary = "What one played, and what others played with one's agents",
            description = "Hires count when they were charged; what an owner plays with the own agents is the player's"
                    + " and not the owner's.")
    public CountPersonalFigures.Figures figures() {
        return figures.of(caller.userId());
    }
}
