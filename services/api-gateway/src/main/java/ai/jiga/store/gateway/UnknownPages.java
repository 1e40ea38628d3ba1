package ai.jiga.store.gateway;

import ai.jiga.store.gateway.app.WebApp;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/// Whoever opens an address in a browser where there is nothing gets a page that says so, with a 404; all others get
/// the problem.
final class UnknownPages implements Handler<RoutingContext> {
    private final WebApp web;

    UnknownPages(WebApp web) {
        this.web = web;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpMethod method = context.request().method();
        boolean reads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        if (reads && Placing.of(context) == null && WebApp.isVisit(context)) {
            web.nothingHere(context);
        } else {
            context.next();
        }
    }
}
