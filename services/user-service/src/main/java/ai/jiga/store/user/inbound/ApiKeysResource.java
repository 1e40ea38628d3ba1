package ai.jiga.store.user.inbound;

import ai.jiga.store.kernel.Change;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Page;
import ai.jiga.store.text.Characters;
import ai.jiga.store.text.Line;
import ai.jiga.store.text.Verbatim;
import ai.jiga.store.user.model.ApiKey.Kind;
import ai.jiga.store.user.model.ApiKey.Mode;
import ai.jiga.store.user.model.KeyWish;
import ai.jiga.store.user.usecase.KeepApiKeys;
import ai.jiga.store.user.usecase.KeyView;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.Cursors;
import ai.jiga.store.web.Inputs;
import ai.jiga.store.web.Paging;
import ai.jiga.store.web.Refuses;
import ai.jiga.store.web.SignedIn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Nothing here takes an `Idempotency-Key`: an answer with secrets is not kept to be given again. No key makes keys.
@Path("/api/v1/api-keys")
@Tag(name = "keys", description = "Keys of an account, for programs, pages and games")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
@RunOnVirtualThread
public class ApiKeysResource {
    private static final int LONGEST_NAME = 50;
    private static final int MOST_PLACES = 20;

    private final CurrentCaller caller;
    private final Inputs inputs;
    private final Cursors cursors;
    private final KeepApiKeys keys;

    public ApiKeysResource(CurrentCaller caller, Inputs inputs, Cursors cursors, KeepApiKeys keys) {
        this.caller = caller;
        this.inputs = inputs;
        this.cursors = cursors;
        this.keys = keys;
    }

    @POST
    @Refuses({ErrorCode.TOO_MANY_API_KEYS, ErrorCode.INVALID_API_KEY})
    @Operation(
            operationId = "createApiKey",
            summary = "Make a key",
            description =
                    "Its text is in this answer and in no other: the store keeps a hash. A 'secret' key acts for the"
                            + " account within its scopes, for programs that nobody else sees. A 'publishable' one may stand in a"
                            + " page or a game: it reads what everybody may, and spends nothing. Keys of the mode 'test' pay with"
                            + " DOF_TEST.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = KeyView.class)))
    public Response create(@Nullable ApiKeyRequest body) {
        ApiKeyRequest request = inputs.check(body);
        KeyView made = keys.make(caller.userId(), request.name().text(), request.kind(), request.mode(), request.wish())
                .orThrow();
        return Response.status(201)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(made)
                .build();
    }

    /// @param scopes what a secret key is for, such as `hire`
    /// @param allowedOrigins from whose pages a publishable key may come; none: from any
    /// @param allowedAddresses from which addresses or networks it may come; none: from any
    public record ApiKeyRequest(
            @NotNull @Characters(min = 1, max = LONGEST_NAME)
            Line name,

            @NotNull Kind kind,
            @NotNull Mode mode,
            @Size(max = 20) @Nullable List<@NotNull ScopeWord> scopes,

            @Verbatim @Size(max = MOST_PLACES) @Nullable List<@NotNull @Size(max = 255) String> allowedOrigins,

            @Verbatim @Size(max = MOST_PLACES) @Nullable List<@NotNull @Size(max = 50) String> allowedAddresses,

            @Nullable Instant expiresAt,
            @Valid @Nullable BudgetsRequest budgets) {
        KeyWish wish() {
            return new KeyWish(
                    ScopeWord.scopes(scopes),
                    allowedOrigins,
                    allowedAddresses,
                    new Change<>(expiresAt),
                    new Change<>(budgets == null ? null : budgets.wish()));
        }
    }

    /// DOF; what is left out has no limit.
    ///
    /// @param day from midnight to midnight, UTC
    /// @param month in a calendar month, UTC
    /// @param total in all
    /// @param inFlight set aside at once
    public record BudgetsRequest(
            @Nullable Dof day,
            @Nullable Dof month,
            @Nullable Dof total,
            @Nullable Dof inFlight) {
        KeyWish.LimitsWish wish() {
            return new KeyWish.LimitsWish(to(day), to(month), to(total), to(inFlight));
        }

        private static Change<Long> to(@Nullable Dof limit) {
            return new Change<>(limit == null ? null : limit.amount());
        }
    }

    @GET
    @Operation(operationId = "listApiKeys", summary = "The account's keys, the eldest first")
    public Page<KeyView> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return Paging.of(cursors, "keys", limit, cursor).cut(keys.list(caller.userId()));
    }

    @PATCH
    @Path("/{id}")
    @Refuses({ErrorCode.API_KEY_NOT_FOUND, ErrorCode.INVALID_API_KEY})
    @Operation(
            operationId = "changeApiKey",
            summary = "Change what a key may do",
            description =
                    "What is left out stays as it is, each budget by itself; null takes an end or a budget away. What the"
                            + " key may no longer do ends at once.")
    public KeyView change(@PathParam("id") String id, @Nullable ApiKeyChange body) {
        ApiKeyChange request = inputs.check(body);
        Line name = request.name();
        return keys.change(caller.userId(), id, name == null ? null : name.text(), request.wish())
                .orThrow();
    }

    /// A merge patch (RFC 7396).
    ///
    /// @param expiresAt null: never
    /// @param budgets null: whatever the account has
    public record ApiKeyChange(
            @Characters(min = 1, max = LONGEST_NAME) @Nullable
            Line name,

            @Size(max = 20) @Nullable List<@NotNull ScopeWord> scopes,

            @Verbatim @Size(max = MOST_PLACES) @Nullable List<@NotNull @Size(max = 255) String> allowedOrigins,

            @Verbatim @Size(max = MOST_PLACES) @Nullable List<@NotNull @Size(max = 50) String> allowedAddresses,

            @Schema(implementation = Instant.class, nullable = true) @Nullable
            Change<Instant> expiresAt,

            @Schema(implementation = BudgetsChange.class, additionalProperties = Schema.False.class, nullable = true)
            @Nullable
            Change<BudgetsChange> budgets) {
        KeyWish wish() {
            BudgetsChange limits = Change.of(budgets, null);
            return new KeyWish(
                    ScopeWord.scopes(scopes),
                    allowedOrigins,
                    allowedAddresses,
                    expiresAt,
                    budgets == null ? null : new Change<>(limits == null ? null : limits.wish()));
        }
    }

    /// DOF; what is left out stays as it is, and null takes a limit away.
    ///
    /// @param day from midnight to midnight, UTC
    /// @param month in a calendar month, UTC
    /// @param total in all
    /// @param inFlight set aside at once
    public record BudgetsChange(
            @Schema(implementation = Long.class, minimum = "0", nullable = true) @Nullable
            Change<Dof> day,

            @Schema(implementation = Long.class, minimum = "0", nullable = true) @Nullable
            Change<Dof> month,

            @Schema(implementation = Long.class, minimum = "0", nullable = true) @Nullable
            Change<Dof> total,

            @Schema(implementation = Long.class, minimum = "0", nullable = true) @Nullable
            Change<Dof> inFlight) {
        KeyWish.LimitsWish wish() {
            return new KeyWish.LimitsWish(amount(day), amount(month), amount(total), amount(inFlight));
        }

        private static @Nullable Change<Long> amount(@Nullable Change<Dof> limit) {
            return limit == null
                    ? null
                    : new Change<>(limit.to() == null ? null : limit.to().amount());
        }
    }

    @POST
    @Path("/{id}/rotate")
    @Consumes(MediaType.WILDCARD)
    @Refuses(ErrorCode.API_KEY_NOT_FOUND)
    @Operation(
            operationId = "rotateApiKey",
            summary = "Give a key a new text",
            description =
                    "The text before it is good for 24 hours more. Whose answer was lost rotates again: the four texts"
                            + " before keep their time.")
    public KeyView rotate(@PathParam("id") String id) {
        return keys.rotate(caller.userId(), id).orThrow();
    }

    @DELETE
    @Path("/{id}")
    @Refuses(ErrorCode.API_KEY_NOT_FOUND)
    @Operation(
            operationId = "deleteApiKey",
            summary = "End a key",
            description = "At once, with the tokens that it made for players.")
    @APIResponse(responseCode = "204", description = "Ended")
    public void delete(@PathParam("id") String id) {
        keys.delete(caller.userId(), id).orThrow();
    }

    @GET
    @Path("/{id}/usage")
    @Refuses(ErrorCode.API_KEY_NOT_FOUND)
    @Operation(operationId = "listApiKeyUsage", summary = "What a key was used for, day by day, the latest first")
    public Page<KeepApiKeys.DayOfUse> usage(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Paging paging = Paging.of(cursors, "use of key " + id, limit, cursor);
        return paging.seal(
                keys.use(caller.userId(), id, paging.limit(), paging.after()).orThrow());
    }
}
