package ai.jiga.store.transaction.inbound;

import ai.jiga.store.transaction.usecase.KeepBooks;
import ai.jiga.store.transaction.usecase.TreasuryWatch;
import ai.jiga.store.web.AdminOnly;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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
    @Operation(summary = "All accounts in total; each asset sums to zero")
    public KeepBooks.Books books() {
        return books.books();
    }

    @GET
    @Path("/ledger/verify")
    @Operation(summary = "Replay every posting and compare it with the balances")
    public KeepBooks.Verification verify() {
        return books.verify();
    }

    @GET
    @Path("/treasury")
    @Operation(summary = "The platform's balance and whether it is low")
    public TreasuryWatch.State treasury() {
        return treasury.state();
    }
}
