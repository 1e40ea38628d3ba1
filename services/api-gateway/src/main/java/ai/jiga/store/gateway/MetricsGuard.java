package ai.jiga.store.gateway;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/// Lets nobody else see `/metrics`: who may show a token is asked for it, and without one there is nothing
/// there.
final class MetricsGuard implements Handler<RoutingContext> {
    private final MetricsAccess access;
    private final EdgeProblems problems;

    MetricsGuard(MetricsAccess access, EdgeProblems problems) {
        this.access = access;
        this.problems = problems;
    }

    @Override
    public void handle(RoutingContext context) {
        String path = context.normalizedPath();
        if (!path.equals(MetricsAccess.PATH) && !path.startsWith(MetricsAccess.PATH + "/")) {
            context.next();
        } else if (access.allows(context.request())) {
            context.response().putHeader("Cache-Control", "no-store");
            context.next();
        } else if (access.takesToken()) {
            context.response().putHeader("WWW-Authenticate", "Bearer");
            problems.answer(
                    context,
                    Rejection.of(
                            ErrorCode.UNAUTHORIZED,
                            "The metrics are for who shows the token that the store has as JIGA_METRICS_TOKEN:"
                                    + " 'Authorization: Bearer <token>'."));
        } else {
            problems.answer(context, EdgeProblems.nothingHere());
        }
    }
}
