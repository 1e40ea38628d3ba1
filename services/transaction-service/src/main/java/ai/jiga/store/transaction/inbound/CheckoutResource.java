package ai.jiga.store.transaction.inbound;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.transaction.usecase.PaySandboxCheckout;
import ai.jiga.store.web.Inputs;
import ai.jiga.store.web.Refuses;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The sandbox provider's checkout: a page for people, and what its two buttons do.
@Path("/checkout")
@Tag(name = "sandbox checkout", description = "Play money; only with JIGA_PAYMENTS=sandbox")
@RunOnVirtualThread
public class CheckoutResource {
    private final Inputs inputs;
    private final PaySandboxCheckout checkouts;

    public CheckoutResource(Inputs inputs, PaySandboxCheckout checkouts) {
        this.inputs = inputs;
        this.checkouts = checkouts;
    }

    /// The page is the same for every checkout: its script asks for the figures.
    @GET
    @Path("/{id}")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response page(@PathParam("id") String id) {
        find(id);
        return file("checkout.html", "text/html; charset=utf-8");
    }

    @GET
    @Path("/assets/checkout.js")
    @Operation(hidden = true)
    public Response script() {
        return file("checkout.js", "text/javascript; charset=utf-8");
    }

    @GET
    @Path("/assets/checkout.css")
    @Operation(hidden = true)
    public Response style() {
        return file("checkout.css", "text/css; charset=utf-8");
    }

    @GET
    @Path("/{id}/details")
    @Produces(MediaType.APPLICATION_JSON)
    @Refuses(ErrorCode.TRANSACTION_NOT_FOUND)
    @Operation(operationId = "getCheckout", summary = "What the checkout asks for")
    public PaySandboxCheckout.Details details(@PathParam("id") String id) {
        return find(id);
    }

    @POST
    @Path("/{id}/pay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Refuses({ErrorCode.TRANSACTION_NOT_FOUND, ErrorCode.CHECKOUT_CLOSED})
    @Operation(operationId = "payCheckout", summary = "Pay with a card that works, or with one that is declined")
    public PaySandboxCheckout.Paid pay(@PathParam("id") String id, @Nullable Payment body) {
        find(id);
        Payment payment = inputs.check(body);
        return checkouts
                .pay(TransactionId.of(id), Objects.requireNonNull(payment.card()))
                .orThrow();
    }

    public record Payment(@NotNull PaySandboxCheckout.@Nullable Card card) {}

    private PaySandboxCheckout.Details find(String id) {
        try {
            var found = checkouts.details(TransactionId.of(id));
            if (found.isPresent()) {
                return found.get();
            }
        } catch (IllegalArgumentException malformed) {
            // An id nobody can have is an id nobody has.
        }
        throw Rejection.of(ErrorCode.TRANSACTION_NOT_FOUND, "There is no such checkout.")
                .asException();
    }

    private static Response file(String name, String type) {
        InputStream in = Objects.requireNonNull(CheckoutResource.class.getResourceAsStream("/checkout/" + name), name);
        return Response.ok(in, type).build();
    }
}
