package ai.jiga.store.user.inbound;

import ai.jiga.store.security.SigningKeys;
import ai.jiga.store.web.Cached;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The public keys that access tokens and receipts are checked with (RFC 7517). Kept for five minutes at most, because
/// a new key signs as soon as it is made.
@Path("/.well-known/jwks.json")
@Tag(name = "auth")
public class JwksResource {
    private final SigningKeys keys;

    public JwksResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @Cached(300)
    @NonBlocking
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getPublicKeys", summary = "The store's public keys as a JWK set")
    public Map<String, Object> keys() {
        return keys.jwks();
    }
}
