package ai.jiga.store.gateway;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.web.AllowedOrigins;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/// CORS (Fetch standard, 3.2): lets the scripts of [AllowedOrigins] read answers and send credentials.
/// Others get the answer without these headers, and their browser keeps it from them.
final class CrossOrigin implements Handler<RoutingContext> {
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
    private static final String REQUEST_HEADERS = "Accept, Authorization, Content-Type, Idempotency-Key, If-Match, "
            + "If-None-Match, Last-Event-ID, X-Request-Id, traceparent, tracestate";
    private static final String EXPOSED = "ETag, Idempotent-Replayed, Location, RateLimit, RateLimit-Policy, "
            + "Retry-After, Server-Timing, WWW-Authenticate, X-Request-Id";
    private static final String MAX_AGE_SECONDS = "600";

    private final AllowedOrigins origins;
    private final EdgeProblems problems;

    CrossOrigin(AllowedOrigins origins, EdgeProblems problems) {
        this.origins = origins;
        this.problems = problems;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        // Written last: a resource that names what its answer varies by replaces the header.
        context.addHeadersEndHandler(headers -> allow(context.response().headers(), origin));
        boolean preflight = request.method().equals(HttpMethod.OPTIONS)
                && origin != null
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
        if (!preflight) {
            context.next();
        } else if (origins.allows(origin)) {
            Leftovers.drop(context);
            context.response()
                    .setStatusCode(200)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MAX_AGE_SECONDS)
                    .end();
        } else {
            problems.answer(
                    context,
                    Rejection.of(ErrorCode.ORIGIN_NOT_ALLOWED, "Scripts of this site may not call the store."));
        }
    }

    private void allow(MultiMap headers, @Nullable String origin) {
        headers.remove(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
        headers.remove(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS);
        headers.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        if (origin != null && origins.allows(origin)) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
            headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        }
    }
}
