package ai.jiga.store.marketplace.inbound;

import ai.jiga.store.contracts.session.ChargedSession;
import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.marketplace.model.Review;
import ai.jiga.store.marketplace.usecase.FindReview;
import ai.jiga.store.marketplace.usecase.SubmitReview;
import ai.jiga.store.text.Characters;
import ai.jiga.store.text.Line;
import ai.jiga.store.text.Paragraph;
import ai.jiga.store.web.Answers;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.Inputs;
import ai.jiga.store.web.Refuses;
import ai.jiga.store.web.SignedIn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Below the session service's paths, so with its whole path on the class.
@Path("/api/v1/sessions/{sessionId}/review")
@Tag(name = "reviews", description = "What players say of agents they hired")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ReviewResource {
    private final CurrentCaller caller;
    private final Inputs inputs;
    private final Idempotency idempotency;
    private final SubmitReview reviews;
    private final FindReview found;

    public ReviewResource(
            CurrentCaller caller, Inputs inputs, Idempotency idempotency, SubmitReview reviews, FindReview found) {
        this.caller = caller;
        this.inputs = inputs;
        this.idempotency = idempotency;
        this.reviews = reviews;
        this.found = found;
    }

    @GET
    @SignedIn
    @Refuses(ErrorCode.REVIEW_NOT_FOUND)
    @Operation(operationId = "getReview", summary = "What one has said of a session")
    public Review one(@PathParam("sessionId") String sessionId) {
        return found.by(caller.userId(), id(sessionId)).orThrow();
    }

    @POST
    @SignedIn
    @Refuses({
        ErrorCode.SESSION_NOT_FOUND,
        ErrorCode.NOT_CHARGED,
        ErrorCode.NOT_PLAYED,
        ErrorCode.CANNOT_REVIEW_OWN_AGENT,
        ErrorCode.SESSION_NOT_SETTLED,
        ErrorCode.ALREADY_REVIEWED
    })
    @Operation(
            operationId = "reviewSession",
            summary = "Review a session that one was charged for and really played, once")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Review.class)))
    public Response review(
            @PathParam("sessionId") String sessionId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable ReviewBody body) {
        Caller.User user = caller.user();
        ChargedSession session = reviews.authorise(user.id(), id(sessionId)).orThrow();
        ReviewBody words = inputs.check(body);
        return Answers.of(
                reviews.submit(
                        session,
                        words.words(),
                        idempotency.key(user, "review", key, new ReviewInput(session.id(), words))),
                201);
    }

    /// The session is part of what is asked.
    private record ReviewInput(SessionId session, ReviewBody body) {}

    public record ReviewBody(
            @NotNull @Min(1) @Max(5) @Nullable Integer rating,
            @Characters(max = Review.MAX_TITLE) @Nullable Line title,

            @NotNull @Characters(min = 1, max = Review.MAX_COMMENT) @Nullable
            Paragraph comment,

            @Nullable Boolean helpful) {
        SubmitReview.Words words() {
            return new SubmitReview.Words(
                    Objects.requireNonNull(rating),
                    title == null || title.isEmpty() ? null : title.text(),
                    Objects.requireNonNull(comment).text(),
                    helpful);
        }
    }

    /// An id nobody can have is an id nobody has.
    private static SessionId id(String text) {
        try {
            return SessionId.of(text);
        } catch (IllegalArgumentException malformed) {
            throw Rejection.of(ErrorCode.SESSION_NOT_FOUND, "You have no session with this id.")
                    .asException();
        }
    }
}
