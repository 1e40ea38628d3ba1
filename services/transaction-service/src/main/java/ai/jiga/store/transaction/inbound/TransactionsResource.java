package ai.jiga.store.transaction.inbound;

import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Page;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.text.Characters;
import ai.jiga.store.text.Line;
import ai.jiga.store.text.Verbatim;
import ai.jiga.store.transaction.model.DofPackage;
import ai.jiga.store.transaction.model.RevenueSplit;
import ai.jiga.store.transaction.model.TransactionStatus;
import ai.jiga.store.transaction.model.TransactionType;
import ai.jiga.store.transaction.usecase.ReadTransactions;
import ai.jiga.store.transaction.usecase.ReadTransactions.TransactionView;
import ai.jiga.store.transaction.usecase.StartPurchase;
import ai.jiga.store.transaction.usecase.TransferDof;
import ai.jiga.store.web.Answers;
import ai.jiga.store.web.Cached;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.Cursors;
import ai.jiga.store.web.Inputs;
import ai.jiga.store.web.Limits;
import ai.jiga.store.web.Refuses;
import ai.jiga.store.web.SignedIn;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/transactions")
@Tag(name = "transactions", description = "DOF bought, given and spent")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TransactionsResource {
    private static final int LONGEST_NAME = 30;

    private final CurrentCaller caller;
    private final Inputs inputs;
    private final Idempotency idempotency;
    private final Cursors cursors;
    private final ReadTransactions transactions;
    private final StartPurchase purchases;
    private final TransferDof transfers;

    public TransactionsResource(
            CurrentCaller caller,
            Inputs inputs,
            Idempotency idempotency,
            Cursors cursors,
            ReadTransactions transactions,
            StartPurchase purchases,
            TransferDof transfers) {
        this.caller = caller;
        this.inputs = inputs;
        this.idempotency = idempotency;
        this.cursors = cursors;
        this.transactions = transactions;
        this.purchases = purchases;
        this.transfers = transfers;
    }

    @GET
    @SignedIn
    @Operation(operationId = "listTransactions", summary = "The caller's transactions, the newest first")
    public Page<TransactionView> list(
            @QueryParam("type") @Parameter(schema = @Schema(implementation = TransactionType.class)) @Nullable
                    String type,
            @QueryParam("status") @Parameter(schema = @Schema(implementation = TransactionStatus.class)) @Nullable
                    String status,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        UserId user = caller.userId();
        TransactionType wantedType = oneOf(TransactionType.values(), TransactionType::label, "type", type);
        TransactionStatus wantedStatus = oneOf(TransactionStatus.values(), TransactionStatus::label, "status", status);
        String question = "transactions of " + user + " type=" + wantedType + " status=" + wantedStatus;
        Page<TransactionView> page =
                transactions.list(user, wantedType, wantedStatus, Limits.of(limit), cursors.open(cursor, question));
        return new Page<>(page.items(), cursors.seal(page.nextCursor(), question));
    }

    @GET
    @Path("/{id}")
    @SignedIn
    @Refuses(ErrorCode.TRANSACTION_NOT_FOUND)
    @Operation(operationId = "getTransaction", summary = "One of the caller's transactions")
    public TransactionView one(@PathParam("id") String id) {
        UserId user = caller.userId();
        try {
            var found = transactions.find(user, TransactionId.of(id));
            if (found.isPresent()) {
                return found.get();
            }
        } catch (IllegalArgumentException malformed) {
            // An id nobody can have is an id nobody has.
        }
        throw Rejection.of(ErrorCode.TRANSACTION_NOT_FOUND, "You have no transaction with this id.")
                .asException();
    }

    @GET
    @Path("/packages")
    @Cached(Cached.STATIC)
    @Operation(operationId = "listPackages", summary = "The packages of DOF that can be bought")
    public Packages packages() {
        return new Packages(Arrays.stream(DofPackage.values())
                .map(p -> new PackageView(p.id(), p.price(), "USD", p.dof(), p.sku()))
                .toList());
    }

    public record Packages(List<PackageView> items) {}

    public record PackageView(String id, String amount, String currency, Dof dofAmount, String sku) {}

    @GET
    @Path("/fees")
    @Cached(Cached.STATIC)
    @Operation(operationId = "getFees", summary = "What the platform takes of a transfer and of what a session cost")
    public Fees fees() {
        return new Fees(TransferDof.FEE_PERCENT, RevenueSplit.PLATFORM_PERCENT, RevenueSplit.CREATOR_PERCENT);
    }

    /// @param transferPercent on top of what is given, rounded up
    /// @param platformPercent of what a session cost, rounded down
    /// @param creatorPercent of what a session with a variant cost, rounded down, for the creator of its base; the
    ///     rest is the owner's
    public record Fees(int transferPercent, int platformPercent, int creatorPercent) {}

    @POST
    @Path("/purchase")
    @SignedIn
    @Refuses({ErrorCode.UNKNOWN_PACKAGE, ErrorCode.PAYMENT_METHOD_UNAVAILABLE, ErrorCode.INVALID_RETURN_URL})
    @Operation(operationId = "purchaseDof", summary = "Open a checkout for a package")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = StartPurchase.Checkout.class)))
    public Response purchase(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable PurchaseRequest body) {
        PurchaseRequest request = inputs.check(body);
        return Answers.of(
                purchases.start(
                        caller.userId(),
                        packageOf(request),
                        request.paymentMethod(),
                        request.returnUrl(),
                        idempotency.key(caller.get(), "purchase", key, request)),
                201);
    }

    public record PurchaseRequest(
            // Judged by packageOf: a constraint would name the field as Java does, not as the client wrote it.
            @Verbatim
            @JsonProperty("package")
            @Schema(required = true, minLength = 1, maxLength = LONGEST_NAME, examples = "silver")
            @Nullable
            String packageId,

            @Verbatim @NotBlank @Size(max = 30) @Schema(examples = "sandbox")
            String paymentMethod,

            @Verbatim @NotBlank @Size(max = 2000) @Schema(examples = "https://example.org/bought")
            String returnUrl) {}

    private static String packageOf(PurchaseRequest request) {
        String name = request.packageId();
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            var error = new Rejection.FieldError("package", "is the name of a package, such as silver");
            throw Rejection.ofFields(
                            ErrorCode.VALIDATION_FAILED,
                            "Some fields are not as they should be: see 'errors'.",
                            List.of(error))
                    .asException();
        }
        return name;
    }

    @POST
    @Path("/transfer")
    @SignedIn
    @Refuses({
        ErrorCode.INSUFFICIENT_DOFS,
        ErrorCode.BUDGET_EXCEEDED,
        ErrorCode.RECIPIENT_NOT_FOUND,
        ErrorCode.CANNOT_TRANSFER_TO_SELF
    })
    @Operation(operationId = "transferDof", summary = "Give DOF to another user, for a fee of 10 % on top")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = TransferDof.Transferred.class)))
    public Response transfer(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable TransferRequest body) {
        TransferRequest request = inputs.check(body);
        UserId recipient;
        try {
            recipient = UserId.of(request.toUserId());
        } catch (IllegalArgumentException malformed) {
            throw Rejection.of(ErrorCode.RECIPIENT_NOT_FOUND, "There is no such user. Check the id.")
                    .asException();
        }
        return Answers.of(
                transfers.transfer(
                        caller.userId(),
                        recipient,
                        Dof.of(Objects.requireNonNull(request.amount())),
                        request.note() == null || request.note().isEmpty()
                                ? null
                                : request.note().text(),
                        Purse.of(caller.user().admission()),
                        idempotency.key(caller.get(), "transfer", key, request)),
                201);
    }

    public record TransferRequest(
            @Verbatim @NotBlank @Size(max = 128) String toUserId,

            @NotNull @Min(1) @Max(1_000_000_000_000L) @Nullable
            Long amount,

            @Characters(max = 500) @Nullable Line note) {}

    private static <E> @Nullable E oneOf(E[] values, Function<E, String> label, String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(values)
                .filter(v -> label.apply(v).equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> Rejection.of(
                                ErrorCode.VALIDATION_FAILED,
                                "'" + name + "' is one of "
                                        + Arrays.stream(values).map(label).toList() + ".")
                        .asException());
    }
}
