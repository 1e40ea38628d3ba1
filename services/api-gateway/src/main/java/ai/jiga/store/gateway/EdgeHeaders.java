package ai.jiga.store.gateway;

import ai.jiga.store.web.AllowedOrigins;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/// The headers that stand in every answer, whoever makes it: a resource, the edge, or the wire below the
/// routes.
public final class EdgeHeaders {
    private static final String EXPOSED =
            "Allow, Deprecation, ETag, Idempotent-Replayed, Location, RateLimit, RateLimit-Policy, "
                    + "Retry-After, Server-Timing, Sunset, WWW-Authenticate, X-Request-Id";

    private final AllowedOrigins origins;

    public EdgeHeaders(AllowedOrigins origins) {
        this.origins = origins;
    }

    /// What browsers are told to refuse on our behalf.
    ///
    /// @param byTls whether the request came by TLS; of a plain one, a promise that the next will not be
    ///     means nothing (RFC 6797, 7.2)
    static void guard(MultiMap headers, boolean byTls) {
        SecurityHeaders.ALL.forEach(headers::set);
        if (byTls) {
            headers.set("Strict-Transport-Security", SecurityHeaders.STRICT_TRANSPORT_SECURITY);
        }
    }

    /// CORS (Fetch standard, 3.2): lets the scripts of [AllowedOrigins] read the answer, and those of the
    /// operator's send cookies; a studio's come with a token. To be called last: a resource that names what
    /// its answer varies by replaces the header.
    ///
    /// @param origin the header of this name, or null
    void allow(MultiMap headers, @Nullable String origin) {
        headers.remove(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
        headers.remove(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS);
        headers.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        if (origin != null && origins.allows(origin)) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            if (origins.allowsCredentials(origin)) {
                headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
            }
            headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        }
    }

    boolean allows(String origin) {
        return origins.allows(origin);
    }

    /// All of them, for an answer that passed no filter.
    public void complete(MultiMap headers, @Nullable String origin, boolean byTls) {
        guard(headers, byTls);
        allow(headers, origin);
    }
}
