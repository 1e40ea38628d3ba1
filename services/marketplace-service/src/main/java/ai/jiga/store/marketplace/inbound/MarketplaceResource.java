package ai.jiga.store.marketplace.inbound;

import ai.jiga.store.contracts.agent.AgentType;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.marketplace.model.Category;
import ai.jiga.store.marketplace.usecase.ListingCard;
import ai.jiga.store.marketplace.usecase.SearchListings;
import ai.jiga.store.marketplace.usecase.ShowFeatured;
import ai.jiga.store.search.InvalidCursorException;
import ai.jiga.store.search.SearchRequest;
import ai.jiga.store.web.Cached;
import ai.jiga.store.web.Cursors;
import ai.jiga.store.web.Limits;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/marketplace")
@Tag(name = "marketplace", description = "Agents that can be hired")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class MarketplaceResource {
    private static final int MAX_PREFIX = 100;
    private static final String DEGRADED = "While the search engine is away, an answer without 'q' is browsed from the"
            + " documents: 'degraded' is true, the best rated come first, nothing is counted, and a page may be"
            + " shorter than 'limit' and have a next one. What takes a search engine ('q', other orders, numbered"
            + " pages) is 503 with Retry-After.";

    private final Cursors cursors;
    private final SearchListings listings;
    private final ShowFeatured featured;

    public MarketplaceResource(Cursors cursors, SearchListings listings, ShowFeatured featured) {
        this.cursors = cursors;
        this.listings = listings;
        this.featured = featured;
    }

    @GET
    @Cached(Cached.LISTINGS)
    @Operation(operationId = "browseListings", summary = "Browse: search without a text", description = DEGRADED)
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SearchListings.Found.class)))
    public Response browse(@BeanParam SearchParameters parameters) {
        parameters.q = null;
        return find(parameters);
    }

    @GET
    @Path("/search")
    @Cached(Cached.LISTINGS)
    @Operation(
            operationId = "searchListings",
            summary = "Search listings by text and filters, with facets",
            description = DEGRADED)
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SearchListings.Found.class)))
    public Response search(@BeanParam SearchParameters parameters) {
        return find(parameters);
    }

    @GET
    @Path("/specialists")
    @Cached(Cached.LISTINGS)
    @Operation(operationId = "searchSpecialists", summary = "Search among specialists only")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SearchListings.Found.class)))
    public Response specialists(@BeanParam SearchParameters parameters) {
        parameters.type = List.of(AgentType.SPECIALIST.label());
        return find(parameters);
    }

    private Response find(SearchParameters parameters) {
        SearchRequest request = parameters.request(cursors);
        long began = System.nanoTime();
        SearchListings.Found found;
        try {
            found = listings.search(request).orThrow();
        } catch (InvalidCursorException e) {
            // Sealed by us, but of an index that was declared differently since.
            throw Rejection.of(ErrorCode.INVALID_CURSOR, "This cursor is too old. Start again without one.")
                    .asException();
        }
        double millis = (System.nanoTime() - began) / 1e6;
        var sealed = new SearchListings.Found(
                found.items(),
                found.facets(),
                found.total(),
                found.relaxed(),
                found.degraded(),
                cursors.seal(found.nextCursor(), parameters.question()));
        Response.ResponseBuilder answer = Response.ok(sealed)
                .header(
                        "Server-Timing",
                        String.format(Locale.ROOT, "search;desc=\"reading the index\";dur=%.2f", millis));
        if (found.degraded()) {
            // Nobody sees it any longer than he must.
            answer.header(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        return answer.build();
    }

    @GET
    @Path("/suggest")
    @Cached(Cached.LISTINGS)
    @Operation(operationId = "suggestNames", summary = "Names that begin with what somebody types")
    public Suggestions suggest(@QueryParam("q") @Nullable String q, @QueryParam("limit") @Nullable String limit) {
        String prefix = q == null ? "" : q;
        if (prefix.length() > MAX_PREFIX) {
            throw Rejection.of(ErrorCode.VALIDATION_FAILED, "'q' has at most " + MAX_PREFIX + " characters.")
                    .asException();
        }
        return new Suggestions(listings.suggest(prefix, Limits.of(limit)).orThrow());
    }

    public record Suggestions(List<String> items) {}

    @GET
    @Path("/featured")
    @Cached(Cached.LISTINGS)
    @Operation(operationId = "listFeatured", summary = "The listings that the platform shows first")
    public Cards featured() {
        return new Cards(featured.show());
    }

    public record Cards(List<ListingCard> items) {}

    @GET
    @Path("/categories")
    @Cached(Cached.STATIC)
    @Operation(operationId = "listCategories", summary = "The categories a listing may stand in")
    public Categories categories() {
        return new Categories(Arrays.stream(Category.values())
                .map(c -> new CategoryView(c.id(), c.title(), c.description()))
                .toList());
    }

    public record Categories(List<CategoryView> items) {}

    public record CategoryView(String id, String name, String description) {}
}
