package ai.jiga.store.marketplace.inbound;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.Page;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.marketplace.usecase.KeepFavourites;
import ai.jiga.store.marketplace.usecase.ListingCard;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.Cursors;
import ai.jiga.store.web.Paging;
import ai.jiga.store.web.Refuses;
import ai.jiga.store.web.SignedIn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/favourites")
@Tag(name = "favourites", description = "Listings that somebody has marked")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
@RunOnVirtualThread
public class FavouritesResource {
    private final CurrentCaller caller;
    private final Cursors cursors;
    private final KeepFavourites favourites;

    public FavouritesResource(CurrentCaller caller, Cursors cursors, KeepFavourites favourites) {
        this.caller = caller;
        this.cursors = cursors;
        this.favourites = favourites;
    }

    @GET
    @Operation(
            operationId = "listFavourites",
            summary = "The listings that the caller has marked, the latest first",
            description = "Without those that are taken down: a page may have fewer than were asked for.")
    public Page<ListingCard> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        Paging paging = Paging.of(cursors, "favourites", limit, cursor);
        return paging.seal(favourites.list(caller.userId(), paging.limit(), paging.after()));
    }

    @PUT
    @Path("/{listingId}")
    @Consumes(MediaType.WILDCARD)
    @Refuses(ErrorCode.LISTING_NOT_FOUND)
    @Operation(operationId = "markFavourite", summary = "Mark a listing")
    @APIResponse(responseCode = "204", description = "Marked, now or before")
    public void mark(@PathParam("listingId") String id) {
        favourites.mark(caller.user(), listing(id)).orThrow();
    }

    @DELETE
    @Path("/{listingId}")
    @Refuses(ErrorCode.LISTING_NOT_FOUND)
    @Operation(operationId = "forgetFavourite", summary = "Take a listing's mark away")
    @APIResponse(responseCode = "204", description = "Not marked, now or before")
    public void forget(@PathParam("listingId") String id) {
        favourites.forget(caller.userId(), listing(id));
    }

    private static ListingId listing(String id) {
        try {
            return ListingId.of(id);
        } catch (IllegalArgumentException malformed) {
            throw Rejection.of(ErrorCode.LISTING_NOT_FOUND, "There is no such listing.")
                    .asException();
        }
    }
}
