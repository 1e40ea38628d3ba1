package ai.jiga.store.gateway;

import ai.jiga.store.contracts.json.FreeJson;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.text.Characters;
import ai.jiga.store.text.Line;
import ai.jiga.store.web.Cached;
import ai.jiga.store.web.Inputs;
import ai.jiga.store.web.Refuses;
import ai.jiga.store.web.RequestIds;
import ai.jiga.store.web.SignedIn;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// A resource as services have them.
@Path("/api/v1/toys")
@RunOnVirtualThread
public class Toys {
    static final int BIG = 16 << 20;

    /// How many of the big answers were made.
    static final AtomicInteger bigOnes = new AtomicInteger();

    private final Inputs inputs;

    public Toys(Inputs inputs) {
        this.inputs = inputs;
    }

    public record Toy(String name, int size) {}

    @GET
    @Cached(Cached.LISTINGS)
    public Map<String, String> many() {
        return IntStream.range(0, 200).boxed().collect(Collectors.toMap(i -> "toy" + i, i -> "a toy of wood"));
    }

    @GET
    @Path("one")
    public Toy one() {
        return new Toy("top", 3);
    }

    @POST
    public Toy make(@Nullable Toy toy) {
        return inputs.checkOr(one(), toy);
    }

    /// Takes a moment, so that who comes after it could be faster.
    @POST
    @Path("slow")
    public Toy slow(Toy toy) throws InterruptedException {
        Thread.sleep(Duration.ofMillis(100));
        return new Toy("slow", toy.size());
    }

    /// Takes longer than a client may.
    @GET
    @Path("later")
    public Toy later() throws InterruptedException {
        Thread.sleep(Duration.ofMillis(1_500));
        return one();
    }

    /// More than any socket keeps.
    @GET
    @Path("big")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public byte[] big() {
        bigOnes.incrementAndGet();
        return new byte[BIG];
    }

    @POST
    @Path("tree")
    public JsonNode tree(@Nullable JsonNode tree) {
        return inputs.check(tree);
    }

    @PUT
    @Path("image")
    @Consumes({"image/png", "image/jpeg"})
    public Map<String, Integer> image(byte[] image) {
        return Map.of("bytes", image.length);
    }

    /// What happened to streams, for tests that are gone before they could be answered.
    static final BlockingQueue<Object> READINGS = new LinkedBlockingQueue<>();

    @PUT
    @Path("stream")
    @Consumes(MediaType.WILDCARD)
    public Map<String, Integer> stream(InputStream body) throws IOException {
        READINGS.add("begun");
        try {
            return Map.of("bytes", body.readAllBytes().length);
        } catch (RuntimeException e) {
            READINGS.add(e);
            throw e;
        }
    }

    @GET
    @Path("text")
    @Produces(MediaType.TEXT_PLAIN)
    public String text(@QueryParam("q") String q) {
        return q;
    }

    @GET
    @Path("named/{name}")
    public Toy named(@PathParam("name") String name) {
        return new Toy(name, 1);
    }

    @GET
    @Path("broken")
    public Toy broken() {
        throw new IllegalStateException("SELECT secret FROM toys");
    }

    @GET
    @Path("mine")
    @SignedIn
    public Toy mine() {
        return one();
    }

    @GET
    @Path("request-id")
    public Map<String, String> requestId() {
        return Map.of("id", String.valueOf(RequestIds.current()));
    }

    @GET
    @Path("shelf")
    @Produces(MediaType.APPLICATION_JSON)
    public Shelf shelf(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("colour") @Parameter(schema = @Schema(type = SchemaType.ARRAY, implementation = Colour.class))
                    List<String> colour,
            @QueryParam("big") @Parameter(schema = @Schema(type = SchemaType.BOOLEAN)) @Nullable String big,
            @QueryParam("least")
                    @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "1000000"))
                    @Nullable
                    String least) {
        return new Shelf(List.of(one()), colour);
    }

    public record Shelf(List<Toy> items, List<String> colours) {}

    public enum Colour {
        RED,
        GREEN
    }

    @POST
    @Path("bought")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Refuses(ErrorCode.INSUFFICIENT_DOFS)
    public Bought bought(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("If-Match") @Nullable String match,
            @Nullable Purchase body) {
        Purchase purchase = inputs.check(body);
        return new Bought(purchase.label().text(), purchase.amount(), purchase.at());
    }

    public record Purchase(
            @NotNull @Characters(min = 1, max = 5) Line label,
            long amount,
            @Nullable Instant at,
            @Nullable FreeJson wishes,
            @Nullable Inner inner) {
        public record Inner(@Nullable Integer size) {}
    }

    public record Bought(
            String label, long amount, @Nullable Instant at) {}
}
