package ai.jiga.store.marketplace.inbound;

import ai.jiga.store.contracts.agent.ListingStatus;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Id;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.Page;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.marketplace.usecase.ListingPage;
import ai.jiga.store.marketplace.usecase.ModerateListing;
import ai.jiga.store.text.Characters;
import ai.jiga.store.text.Paragraph;
import ai.jiga.store.web.AdminOnly;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.Cursors;
import ai.jiga.store.web.Inputs;
import ai.jiga.store.web.Limits;
import ai.jiga.store.web.Refuses;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// For operators: listings, and which are taken down.
@Path("/api/v1/admin/listings")
@Tag(name = "admin")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@AdminOnly
@RunOnVirtualThread
public class ModerationResource {
    private final CurrentCaller caller;
    private final Inputs inputs;
    private final Cursors cursors;
    private final ModerateListing listings;

    public ModerationResource(CurrentCaller caller, Inputs inputs, Cursors cursors, ModerateListing listings) {
        this.caller = caller;
        this.inputs = inputs;
        this.cursors = cursors;
        this.listings = listings;
    }

    @GET
    @Refuses(ErrorCode.VALIDATION_FAILED)
    @Operation(
            operationId = "listAllListings",
            summary = "Everybody's listings, those that changed last first",
            description = "By 'status' or by 'ownerId'.")
    public Page<ListingPage> list(
            @QueryParam("status") @Parameter(schema = @Schema(implementation = ListingStatus.class)) @Nullable
                    String status,
            @QueryParam("ownerId")
                    @Parameter(schema = @Schema(type = SchemaType.STRING, pattern = Id.PATTERN))
                    @Nullable
                    String ownerId,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        if (status != null && ownerId != null) {
            throw invalid("Listings are looked through by 'status' or by 'ownerId', not by both.");
        }
        String question = "all listings " + status + " " + ownerId;
        Page<ListingPage> page =
                listings.list(statusOf(status), userOf(ownerId), Limits.of(limit), cursors.open(cursor, question));
        return new Page<>(page.items(), cursors.seal(page.nextCursor(), question));
    }

    @PATCH
    @Path("/{id}")
    @Refuses(ErrorCode.LISTING_NOT_FOUND)
    @Operation(
            operationId = "moderateListing",
            summary = "Take a listing down, or let it up again",
            description = "'suspended': it is found and hired by nobody, and its owner does not decide about it;"
                    + " sessions that were hired go on. 'active': as it was before. Its owner is told the reason.")
    public ListingPage moderate(@PathParam("id") String id, @Nullable ModerationRequest body) {
        ModerationRequest request = inputs.check(body);
        ListingId listing = listingId(id);
        String reason = request.reason().text();
        return (request.status() == Wish.SUSPENDED
                        ? listings.suspend(caller.userId(), listing, reason)
                        : listings.restore(caller.userId(), listing, reason))
                .orThrow();
    }

    public enum Wish {
        @JsonProperty("active")
        ACTIVE,
        @JsonProperty("suspended")
        SUSPENDED
    }

    /// @param reason as its owner is told
    public record ModerationRequest(
            @NotNull @Nullable Wish status,
            @NotNull @Characters(min = 1, max = 500) Paragraph reason) {}

    private static @Nullable ListingStatus statusOf(@Nullable String text) {
        try {
            return text == null ? null : ListingStatus.labelled(text);
        } catch (IllegalArgumentException unknown) {
            throw invalid("'status' is active, paused, under_review, suspended or unpublished.");
        }
    }

    private static @Nullable UserId userOf(@Nullable String text) {
        try {
            return text == null ? null : UserId.of(text);
        } catch (IllegalArgumentException malformed) {
            throw invalid("'ownerId' is not a user's id.");
        }
    }

    private static RuntimeException invalid(String detail) {
        return Rejection.of(ErrorCode.VALIDATION_FAILED, detail).asException();
    }

    static ListingId listingId(String text) {
        try {
            return ListingId.of(text);
        } catch (IllegalArgumentException malformed) {
            throw Rejection.of(ErrorCode.LISTING_NOT_FOUND, "There is no listing with this id.")
                    .asException();
        }
    }
}
