package ai.jiga.store.gateway;

import ai.jiga.store.web.Cached;
import ai.jiga.store.web.RequestIds;
import ai.jiga.store.web.SignedIn;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A resource as services have them.
@Path("/api/v1/toys")
@RunOnVirtualThread
public class Toys {
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
        return toy == null ? one() : toy;
    }

    @POST
    @Path("tree")
    public JsonNode tree(JsonNode tree) {
        return tree;
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
}
