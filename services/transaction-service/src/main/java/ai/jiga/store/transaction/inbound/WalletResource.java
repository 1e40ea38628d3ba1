package ai.jiga.store.transaction.inbound;

import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.transaction.usecase.FillTestWallet;
import ai.jiga.store.transaction.usecase.ReadWallet;
import ai.jiga.store.web.Answers;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.Inputs;
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

@Path("/api/v1/profile/wallet")
@Tag(name = "profile")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class WalletResource {
    private final CurrentCaller caller;
    private final ReadWallet wallets;
    private final FillTestWallet tests;
    private final Inputs inputs;
    private final Idempotency idempotency;

    public WalletResource(
            CurrentCaller caller, ReadWallet wallets, FillTestWallet tests, Inputs inputs, Idempotency idempotency) {
        this.caller = caller;
        this.wallets = wallets;
        this.tests = tests;
        this.inputs = inputs;
        this.idempotency = idempotency;
    }

    @GET
    @SignedIn
    @Operation(operationId = "getWallet", summary = "The caller's balances")
    public ReadWallet.WalletView wallet() {
        return wallets.of(caller.userId());
    }

    @POST
    @Path("/test-funds")
    @Consumes(MediaType.APPLICATION_JSON)
    @SignedIn
    @Operation(
            operationId = "fillTestWallet",
            summary = "Fill the wallet of a test key",
            description = "With DOF_TEST, which are worth nothing.")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = FillTestWallet.TestFunds.class)))
    public Response fill(@HeaderParam("Idempotency-Key") @Nullable String key, @Nullable TestFundsRequest body) {
        TestFundsRequest request = inputs.check(body);
        return Answers.of(
                tests.fill(
                        caller.userId(),
                        Dof.of(Objects.requireNonNull(request.amount())),
                        idempotency.key(caller.get(), "test-funds", key, request)),
                201);
    }

    /// @param amount DOF_TEST
    public record TestFundsRequest(
            @NotNull @Min(1) @Max(10_000_000) @Schema(examples = "500000") @Nullable
            Long amount) {}
}
