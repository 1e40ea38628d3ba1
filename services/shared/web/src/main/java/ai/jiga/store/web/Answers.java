package ai.jiga.store.web;

import ai.jiga.store.idempotency.Answered;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// How an outcome with an idempotency key is answered.
public final class Answers {
    public static final String REPLAYED = "Idempotent-Replayed";

    private Answers() {}

    /// @param status of a first answer; a replayed one has the same
    /// @throws ai.jiga.store.kernel.RejectedException when refused
    public static Response of(Answered<?> answered, int status) {
        return of(answered.outcome().orThrow(), status, answered.replayed());
    }

    public static Response of(Object value, int status, boolean replayed) {
        // Named, because an answer of unknown type is not rendered: no `no-store`, no gzip.
        var response =
                Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(value);
        if (replayed) {
            response.header(REPLAYED, "true");
        }
        return response.build();
    }
}
