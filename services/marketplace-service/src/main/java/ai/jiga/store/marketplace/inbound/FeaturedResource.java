package ai.jiga.store.marketplace.inbound;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.marketplace.model.FeaturedListing;
import ai.jiga.store.marketplace.usecase.FeatureListing;
import ai.jiga.store.marketplace.usecase.FeatureListing.FeaturedView;
import ai.jiga.store.web.AdminOnly;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.Inputs;
import ai.jiga.store.web.Refuses;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// For operators: which listings are shown first, and when.
@Path("/api/v1/admin/featured")
@Tag(name = "admin")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@AdminOnly
@RunOnVirtualThread
public class FeaturedResource {
    private final CurrentCaller caller;
    private final Inputs inputs;
    private final FeatureListing featured;

    public FeaturedResource(CurrentCaller caller, Inputs inputs, FeatureListing featured) {
        this.caller = caller;
        this.inputs = inputs;
        this.featured = featured;
    }

    @GET
    @Operation(
            operationId = "listFeaturedListings",
            summary = "Which listings are shown first, with those that are not yet or not any more")
    public FeaturedListings list() {
        return new FeaturedListings(featured.list());
    }

    public record FeaturedListings(List<FeaturedView> items) {}

    @PUT
    @Path("/{listingId}")
    @Refuses({ErrorCode.LISTING_NOT_FOUND, ErrorCode.VALIDATION_FAILED})
    @Operation(operationId = "featureListing", summary = "Show a listing first, for a while or until further notice")
    public FeaturedView feature(@PathParam("listingId") String id, @Nullable FeatureRequest body) {
        FeatureRequest request = inputs.check(body);
        var wished = new FeaturedListing(
                ModerationResource.listingId(id),
                Objects.requireNonNull(request.position()),
                request.from(),
                request.until());
        return featured.feature(caller.userId(), wished).orThrow();
    }

    /// @param position the lowest comes first
    /// @param from not before; at once, when left out
    /// @param until not any more; until an operator says so, when left out
    public record FeatureRequest(
            @NotNull @Min(1) @Max(1000) @Nullable Integer position,

            @Nullable Instant from,
            @Nullable Instant until) {}

    @DELETE
    @Path("/{listingId}")
    @Refuses(ErrorCode.LISTING_NOT_FOUND)
    @Operation(operationId = "unfeatureListing", summary = "Show a listing first no longer")
    @APIResponse(responseCode = "204", description = "It is not among them")
    public Response unfeature(@PathParam("listingId") String id) {
        featured.unfeature(caller.userId(), ModerationResource.listingId(id));
        return Response.noContent().build();
    }
}
