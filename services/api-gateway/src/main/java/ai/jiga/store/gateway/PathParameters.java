package ai.jiga.store.gateway;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/// What stands behind a `;` in a path of the API (RFC 3986, 3.3) is in nobody's description, and the framework would
/// drop it: it is refused, as a parameter is that nobody reads.
final class PathParameters implements Handler<RoutingContext> {
    private final EdgeProblems problems;

    PathParameters(EdgeProblems problems) {
        this.problems = problems;
    }

    @Override
    public void handle(RoutingContext context) {
        String path = context.request().path();
        if (path != null && path.startsWith("/api/") && path.indexOf(';') >= 0) {
            problems.answer(
                    context,
                    Rejection.of(
                            ErrorCode.UNKNOWN_PARAMETER,
                            "Nobody reads what stands behind a ';' in a path: parameters stand behind a '?'. A ';' that"
                                    + " is part of a name is written %3B."));
        } else {
            context.next();
        }
    }
}
