package ai.jiga.store.gateway;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.server.core.Deployment;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.spi.RestHandler;
import org.jspecify.annotations.Nullable;

/// Finds out which addresses there are, from what serves them: the resources, and the routes that name a path
/// and a method. Asked late: other modules add theirs when the process starts, in no certain order.
final class KnownRoutes {
    /// The framework serves it, and would take any method.
    private static final Addresses.Route METRICS = new Addresses.Route("/metrics", "GET");

    private volatile @Nullable Router router;
    private volatile @Nullable Addresses known;

    void areOn(Router main) {
        router = main;
        known = null;
    }

    Addresses addresses() {
        Addresses found = known;
        if (found == null) {
            found = new Addresses(find());
            known = found;
        }
        return found;
    }

    private List<Addresses.Route> find() {
        var routes = new ArrayList<Addresses.Route>();
        routes.add(METRICS);
        Router main = router;
        if (main != null) {
            main.getRoutes().forEach(route -> addTo(routes, route));
        }
        Deployment resources = ResteasyReactiveRecorder.getCurrentDeployment();
        if (resources != null) {
            resources.getClassMappers().forEach(type -> addTo(routes, type));
        }
        return routes;
    }

    private static void addTo(List<Addresses.Route> routes, Route route) {
        if (route.getPath() != null && route.isExactPath() && route.methods() != null) {
            for (HttpMethod method : route.methods()) {
                routes.add(new Addresses.Route(route.getPath(), method.name()));
            }
        }
    }

    private static void addTo(
            List<Addresses.Route> routes, RequestMapper.RequestPath<RestInitialHandler.InitialMatch> type) {
        for (RestHandler<?> handler : type.value.handlers) {
            if (handler instanceof ClassRoutingHandler methods) {
                methods.getMappers()
                        .forEach((method, mapper) -> mapper.getTemplates().forEach(resource -> {
                            if (method != null) {
                                routes.add(new Addresses.Route(path(type, resource), method));
                            }
                        }));
            }
        }
    }

    private static String path(
            RequestMapper.RequestPath<RestInitialHandler.InitialMatch> type,
            RequestMapper.RequestPath<RuntimeResource> resource) {
        String whole = type.template.template + "/" + resource.template.template;
        return whole.replaceAll("/{2,}", "/");
    }
}
