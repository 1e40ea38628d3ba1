package ai.jiga.store.agent.inbound;

import ai.jiga.store.agent.model.Badge;
import ai.jiga.store.agent.usecase.ListBadges;
import ai.jiga.store.agent.usecase.ListEarnedBadges;
import ai.jiga.store.kernel.Page;
import ai.jiga.store.web.Cached;
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

@Path("/api/v1/badges")
@Tag(name = "badges", description = "What Mentors earn by experience")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class BadgesResource {
    private final Cursors cursors;
    private final CurrentCaller caller;
    private final ListBadges badges;
    private final ListEarnedBadges earned;

    public BadgesResource(Cursors cursors, CurrentCaller caller, ListBadges badges, ListEarnedBadges earned) {
        this.cursors = cursors;
        this.caller = caller;
        this.badges = badges;
        this.earned = earned;
    }

    @GET
    @Cached(Cached.STATIC)
    @Operation(operationId = "listBadges", summary = "The badges, with the hours of play that each mode takes")
    public Page<Badge> all(@QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return Paging.of(cursors, "badges", limit, cursor).cut(badges.all());
    }

    @GET
    @Path("/earned")
    @SignedIn
    @Operation(
            operationId = "listEarnedBadges",
            summary = "The badges that one's agents hold, the newest agent's first",
            description = "A Specialist of one of a badge's modes holds it: one that hours of play made so, one that an"
                    + " operator trained, and a variant of either.")
    public Page<ListEarnedBadges.EarnedBadge> earned(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return Paging.of(cursors, "earned badges", limit, cursor).cut(earned.of(caller.userId()));
    }
}
