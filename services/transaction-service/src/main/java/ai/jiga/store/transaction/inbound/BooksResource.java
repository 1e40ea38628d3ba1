package ai.jiga.store.transaction.inbound;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Id;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.transaction.usecase.KeepBooks;
import ai.jiga.store.transaction.usecase.TreasuryWatch;
import ai.jiga.store.web.AdminOnly;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/admin")
@Tag(name = "admin", description = "For operators")
@Produces(MediaType.APPLICATION_JSON)
@AdminOnly
@RunOnVirtualThread
public class BooksResource {
    private final KeepBooks books;
    private final TreasuryWatch treasury;

    public BooksResource(KeepBooks books, TreasuryWatch treasury) {
        this.books = books;
        this.treasury = treasury;
    }

    @GET
    @Path("/books")
    @Operation(
            operationId = "getBooks",
            summary = "All accounts in total, or one user's; each asset of the store sums to zero")
    public KeepBooks.Books books(
            @QueryParam("userId") @Parameter(schema = @Schema(type = SchemaType.STRING, pattern = Id.PATTERN)) @Nullable
                    String userId) {
        try {
            return books.books(userId == null ? null : UserId.of(userId));
        } catch (IllegalArgumentException malformed) {
            throw Rejection.of(ErrorCode.VALIDATION_FAILED, "'userId' is not a user's id.")
                    .asException();
        }
    }

    @GET
    @Path("/ledger/verify")
    @Operation(operationId = "verifyLedger", summary = "Replay every posting and compare it with the balances")
    public KeepBooks.Verification verify() {
        return books.verify();
    }

    @GET
    @Path("/treasury")
    @Operation(operationId = "getTreasury", summary = "The platform's balance and whether it is low")
    public TreasuryWatch.State treasury() {
        return treasury.state();
    }
}
