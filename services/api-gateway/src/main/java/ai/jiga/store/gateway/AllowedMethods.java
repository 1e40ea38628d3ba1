package ai.jiga.store.gateway;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/// Refuses a method that an address does not take, and says which it does: in `Allow` of a 405 (RFC 9110, 15.5.6), and
/// when asked by OPTIONS.
final class AllowedMethods implements Handler<RoutingContext> {
    private final EdgeProblems problems;

    AllowedMethods(EdgeProblems problems) {
        this.problems = problems;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpMethod method = context.request().method();
        boolean isQuestion = method.equals(HttpMethod.OPTIONS);
        Addresses.Address address = Placing.of(context);
        if (address == null) {
            if (isQuestion) {
                problems.answer(context, EdgeProblems.nothingHere());
            } else {
                context.next();
            }
        } else if (isQuestion) {
            Leftovers.drop(context);
            context.response()
                    .putHeader(HttpHeaders.ALLOW, address.list())
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end();
        } else if (address.methods().contains(method.name())) {
            context.next();
        } else {
            context.response().putHeader(HttpHeaders.ALLOW, address.list());
            problems.answer(
                    context,
                    Rejection.of(
                            ErrorCode.METHOD_NOT_ALLOWED,
                            "This address does not take " + method.name() + ", but " + address.list() + "."));
        }
    }
}
