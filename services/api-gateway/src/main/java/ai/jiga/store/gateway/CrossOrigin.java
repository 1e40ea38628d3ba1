package ai.jiga.store.gateway;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/// Answers preflights (Fetch standard, 3.2.2), and lets the scripts of allowed sites read every answer.
/// Others get the answer without these headers, and their browser keeps it from them.
final class CrossOrigin implements Handler<RoutingContext> {
    private static final String REQUEST_HEADERS =
            "Accept, Authorization, Content-Type, Idempotency-Key, If-Match, Jiga-Client, "
                    + "If-None-Match, Last-Event-ID, X-Request-Id, traceparent, tracestate";
    private static final String MAX_AGE_SECONDS = "600";

    private final EdgeHeaders headers;
    private final EdgeProblems problems;

    CrossOrigin(EdgeHeaders headers, EdgeProblems problems) {
        this.headers = headers;
        this.problems = problems;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        // Written last: a resource that names what its answer varies by replaces the header.
        context.addHeadersEndHandler(end -> headers.allow(context.response().headers(), origin));
        boolean preflight = request.method().equals(HttpMethod.OPTIONS)
                && origin != null
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
        if (!preflight) {
            context.next();
        } else if (headers.allows(origin)) {
            Leftovers.drop(context);
            context.response()
                    .setStatusCode(200)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, methods(Placing.of(context)))
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MAX_AGE_SECONDS)
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end();
        } else {
            problems.answer(
                    context,
                    Rejection.of(ErrorCode.ORIGIN_NOT_ALLOWED, "Scripts of this site may not call the store."));
        }
    }

    /// A script may learn that there is nothing.
    private static String methods(Addresses.@Nullable Address address) {
        return address == null ? String.join(", ", Addresses.ALL) : address.list();
    }
}
