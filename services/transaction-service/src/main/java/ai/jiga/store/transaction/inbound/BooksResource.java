package ai.jiga.store.transaction.inbound;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Id;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.transaction.usecase.KeepBooks;
import ai.jiga.store.transaction.usecase.ReadRevenue;
import ai.jiga.store.transaction.usecase.TreasuryWatch;
import ai.jiga.store.web.AdminOnly;
import ai.jiga.store.web.Refuses;
import ai.jiga.store.web.Times;
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
    private final ReadRevenue revenue;

    public BooksResource(KeepBooks books, TreasuryWatch treasury, ReadRevenue revenue) {
        this.books = books;
        this.treasury = treasury;
        this.revenue = revenue;
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
    @Path("/revenue")
    @Refuses(ErrorCode.VALIDATION_FAILED)
    @Operation(
            operationId = "getRevenue",
            summary = "What each day brought the platform, today until now",
            description = "At most 366 days, UTC; the last 30 when nothing is named. A day is what stood on the"
                    + " platform's accounts at its end, less what stood there at the end of the day before.")
    public ReadRevenue.Revenue revenue(
            @QueryParam("from") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date")) @Nullable
                    String from,
            @QueryParam("to") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date")) @Nullable
                    String to) {
        return revenue.read(Times.dayOf("from", from), Times.dayOf("to", to)).orThrow();
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
