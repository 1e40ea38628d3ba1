package ai.jiga.store.gateway;

import ai.jiga.store.web.RequestIds;
import ai.jiga.store.web.TraceContext;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/// Gives each request its id before anything can end it, also what never reaches a resource. The request's
/// own header is overwritten, so that whoever reads it later finds the id that the answer carries.
final class RequestIdentity implements Handler<RoutingContext> {
    @Override
    public void handle(RoutingContext context) {
        RequestIds.enter(
                of(context),
                TraceContext.traceId(context.request().headers().getAll(TraceContext.HEADER))
                        .orElse(null));
        context.next();
    }

    /// The id of this request, made at the first call.
    static String of(RoutingContext context) {
        if (context.get(RequestIds.MDC_KEY) instanceof String known) {
            return known;
        }
        String id = RequestIds.wellFormedOrNew(context.request().getHeader(RequestIds.HEADER));
        context.put(RequestIds.MDC_KEY, id);
        context.request().headers().set(RequestIds.HEADER, id);
        // Written last, so that it stands there once: a resource's filter writes it too.
        context.addHeadersEndHandler(headers -> context.response().putHeader(RequestIds.HEADER, id));
        return id;
    }
}
