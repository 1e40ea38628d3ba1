package ai.jiga.store.marketplace.inbound;

import ai.jiga.store.contracts.json.FreeJson;
import ai.jiga.store.contracts.session.Hired;
import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.marketplace.model.Listing;
import ai.jiga.store.marketplace.usecase.EditListing;
import ai.jiga.store.marketplace.usecase.HireAgent;
import ai.jiga.store.marketplace.usecase.ListReviews;
import ai.jiga.store.marketplace.usecase.ListingPage;
import ai.jiga.store.marketplace.usecase.ReviewPage;
import ai.jiga.store.marketplace.usecase.ShowListing;
import ai.jiga.store.text.Characters;
import ai.jiga.store.text.Paragraph;
import ai.jiga.store.web.Answers;
import ai.jiga.store.web.Cached;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.Cursors;
import ai.jiga.store.web.Expansion;
import ai.jiga.store.web.IfMatch;
import ai.jiga.store.web.Inputs;
import ai.jiga.store.web.Limits;
import ai.jiga.store.web.Refuses;
import ai.jiga.store.web.SignedIn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/marketplace")
@Tag(name = "marketplace", description = "Agents that can be hired")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ListingResource {
    private static final String REVIEWS = "reviews";
    private static final int MAX_MESSAGE = 4_000;

    private final CurrentCaller caller;
    private final Inputs inputs;
    private final Idempotency idempotency;
    private final Cursors cursors;
    private final ShowListing pages;
    private final EditListing edits;
    private final HireAgent hires;
    private final ListReviews reviews;

    public ListingResource(
            CurrentCaller caller,
            Inputs inputs,
            Idempotency idempotency,
            Cursors cursors,
            ShowListing pages,
            EditListing edits,
            HireAgent hires,
            ListReviews reviews) {
        this.caller = caller;
        this.inputs = inputs;
        this.idempotency = idempotency;
        this.cursors = cursors;
        this.pages = pages;
        this.edits = edits;
        this.hires = hires;
        this.reviews = reviews;
    }

    @GET
    @Path("/{listingId}")
    @Cached(Cached.LISTINGS)
    @Refuses(ErrorCode.LISTING_NOT_FOUND)
    @Operation(
            operationId = "getListing",
            summary = "A listing's page",
            description = "expand=details adds what its agent says of itself, expand=stats how many people gave which"
                    + " rating, expand=reviews the latest reviews.")
    public ListingPage page(
            @PathParam("listingId") String listingId,
            @QueryParam("expand") @Parameter(schema = @Schema(enumeration = {"details", "stats", REVIEWS})) @Nullable
                    String expand) {
        Expansion asked = Expansion.of(expand, "details", "stats", REVIEWS);
        Set<ShowListing.Part> parts = Arrays.stream(ShowListing.Part.values())
                .filter(part -> asked.has(part.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toSet());
        return pages.show(caller.get(), id(listingId), parts).orThrow();
    }

    @PATCH
    @Path("/{listingId}")
    @SignedIn
    @Refuses({
        ErrorCode.LISTING_NOT_FOUND,
        ErrorCode.NOT_AGENT_OWNER,
        ErrorCode.RATE_OUT_OF_RANGE,
        ErrorCode.SCHEDULE_NEEDS_HOURS,
        ErrorCode.VARIANT_RATE_TOO_HIGH,
        ErrorCode.UNKNOWN_CATEGORY,
        ErrorCode.LISTING_NOT_HIRABLE,
        ErrorCode.RUNTIME_NOT_CONNECTED
    })
    @Operation(operationId = "editListing", summary = "Change one's listing, pause it or go on")
    public ListingPage edit(
            @PathParam("listingId") String listingId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            ListingBody.@Nullable Patch body) {
        Caller.User user = caller.user();
        ListingId id = id(listingId);
        edits.authorise(user, id).orThrow();
        return edits.edit(user, id, inputs.check(body).changes(), new IfMatch(ifMatch))
                .orThrow();
    }

    @POST
    @Path("/{listingId}/hire")
    @SignedIn
    @Refuses({
        ErrorCode.LISTING_NOT_FOUND,
        ErrorCode.LISTING_NOT_HIRABLE,
        ErrorCode.CANNOT_HIRE_OWN_AGENT,
        ErrorCode.ALLOCATION_TOO_SMALL,
        ErrorCode.INSUFFICIENT_DOFS,
        ErrorCode.BUDGET_EXCEEDED,
        ErrorCode.AGENT_NOT_PAID_FOR,
        ErrorCode.AGENT_NOT_FOUND,
        ErrorCode.SESSION_ALREADY_ACTIVE,
        ErrorCode.TOO_MANY_SESSIONS,
        ErrorCode.INVALID_START_TIME,
        ErrorCode.RUNTIME_NOT_CONNECTED,
        ErrorCode.TARGET_FPS_RANGE,
        ErrorCode.ANALYSIS_INTERVAL_RANGE,
        ErrorCode.CONCURRENT_ANALYSES_RANGE,
        ErrorCode.HIGH_SPEED_MODE_UNKNOWN,
        ErrorCode.INVALID_CONFIGURATION
    })
    @Operation(operationId = "hireAgent", summary = "Hire the agent: a session, and DOF set aside for it")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Hired.class)))
    public Response hire(
            @PathParam("listingId") String listingId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable HireBody body) {
        Caller.User user = caller.user();
        Listing listing = hires.find(id(listingId)).orThrow();
        HireBody wish = inputs.check(body);
        return Answers.of(
                hires.hire(
                        user,
                        listing,
                        wish.wish(),
                        idempotency.key(user, "hire", key, new HireInput(listing.id(), wish))),
                201);
    }

    /// The listing is part of what is asked: one key for two listings is a mistake.
    private record HireInput(ListingId listing, HireBody body) {}

    /// @param startTime when it is for later
    /// @param configuration what is asked of the agent for this session, an object
    public record HireBody(
            @NotNull @Min(1) @Max(1_000_000_000_000L) @Nullable
            Long dofAllocation,

            @Nullable Instant startTime,
            @Nullable FreeJson configuration,
            @Characters(max = MAX_MESSAGE) @Nullable Paragraph message) {
        HireAgent.Wish wish() {
            return new HireAgent.Wish(
                    Dof.of(Objects.requireNonNull(dofAllocation)),
                    startTime,
                    configuration == null ? null : configuration.object(),
                    message == null || message.isEmpty() ? null : message.text());
        }
    }

    @GET
    @Path("/{listingId}/reviews")
    @Cached(Cached.LISTINGS)
    @Refuses(ErrorCode.LISTING_NOT_FOUND)
    @Operation(operationId = "listReviews", summary = "What players say of it, the newest first")
    public ReviewPage reviews(
            @PathParam("listingId") String listingId,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        ListingId id = id(listingId);
        String question = "reviews of " + id;
        ReviewPage page = reviews.list(caller.get(), id, Limits.of(limit), cursors.open(cursor, question))
                .orThrow();
        return page.sealed(cursors.seal(page.nextCursor(), question));
    }

    /// An id nobody can have is an id nobody has.
    private static ListingId id(String text) {
        try {
            return ListingId.of(text);
        } catch (IllegalArgumentException malformed) {
            throw Rejection.of(ErrorCode.LISTING_NOT_FOUND, "There is no such listing.")
                    .asException();
        }
    }
}
