package ai.jiga.store.session.inbound;

import ai.jiga.store.session.model.PriceList;
import ai.jiga.store.web.Cached;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/sessions/prices")
@Tag(name = "sessions")
@Produces(MediaType.APPLICATION_JSON)
public class PricesResource {
    private final PriceList prices;

    public PricesResource(PriceList prices) {
        this.prices = prices;
    }

    @GET
    @Cached(Cached.STATIC)
    @Operation(
            operationId = "getPrices",
            summary = "What a session costs beside its hourly rate, and how far sessions go",
            description = "The same for everybody. An hour's rate is the listing's.")
    public PriceList all() {
        return prices;
    }
}
