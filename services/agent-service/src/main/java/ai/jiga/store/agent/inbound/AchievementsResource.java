package ai.jiga.store.agent.inbound;

import ai.jiga.store.agent.usecase.ListAchievements;
import ai.jiga.store.kernel.Page;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.Cursors;
import ai.jiga.store.web.Paging;
import ai.jiga.store.web.SignedIn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/achievements")
@Tag(name = "badges")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
@RunOnVirtualThread
public class AchievementsResource {
    private final CurrentCaller caller;
    private final Cursors cursors;
    private final ListAchievements achievements;

    public AchievementsResource(CurrentCaller caller, Cursors cursors, ListAchievements achievements) {
        this.caller = caller;
        this.cursors = cursors;
        this.achievements = achievements;
    }

    @GET
    @Operation(
            operationId = "listAchievements",
            summary = "How far one has come, as a player and as an owner",
            description = "All there are, achieved or not. What is counted is what `GET /profile/stats` shows: hires"
                    + " count when they were charged, and what one plays with the own agents is the player's alone.")
    public Page<ListAchievements.Progress> all(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return Paging.of(cursors, "achievements", limit, cursor).cut(achievements.of(caller.userId()));
    }
}
