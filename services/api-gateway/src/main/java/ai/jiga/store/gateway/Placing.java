package ai.jiga.store.gateway;

import io.vertx.core.Handler;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Finds out which address a request is for, before anything can end it. The metrics count it by the template of that
/// address: a path is of the client's making, and there would be as many labels as somebody likes.
final class Placing implements Handler<RoutingContext> {
    private static final String NOWHERE = "/NOT_FOUND";
    private static final String LABEL = "UrlPathTemplate";
    private static final String ADDRESS = Addresses.Address.class.getName();

    private final Supplier<Addresses> addresses;

    Placing(Supplier<Addresses> addresses) {
        this.addresses = addresses;
    }

    @Override
    public void handle(RoutingContext context) {
        Addresses.Address address = addresses.get().at(context.normalizedPath());
        context.put(ADDRESS, address);
        if (context.request() instanceof HttpServerRequestInternal request) {
            request.context().putLocal(LABEL, address == null ? NOWHERE : address.template());
        }
        context.next();
    }

    /// The address that a request is for, or null when there is nothing.
    static Addresses.@Nullable Address of(RoutingContext context) {
        return context.get(ADDRESS);
    }
}
