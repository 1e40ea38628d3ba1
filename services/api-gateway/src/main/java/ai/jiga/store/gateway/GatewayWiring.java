package ai.jiga.store.gateway;

import ai.jiga.store.access.Access;
import ai.jiga.store.access.AccessTable;
import ai.jiga.store.cache.RateLimiter;
import ai.jiga.store.contracts.marketplace.Storefront;
import ai.jiga.store.gateway.app.WebApp;
import ai.jiga.store.gateway.contract.Contract;
import ai.jiga.store.security.TokenVerifier;
import ai.jiga.store.web.AllowedOrigins;
import ai.jiga.store.web.ClientAddresses;
import ai.jiga.store.web.PublicUrl;
import ai.jiga.store.web.StudioOrigins;
import ai.jiga.store.wiring.ReadyCheck;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Builds the edge and puts it before everything else.
@Singleton
public class GatewayWiring implements HttpServerOptionsCustomizer {
    private final EdgeProblems problems;
    private final KnownRoutes routes = new KnownRoutes();
    private final @Nullable WebApp web;

    public GatewayWiring(
            ObjectMapper mapper,
            InstantSource clock,
            @ConfigProperty(name = "jiga.web") Optional<String> web,
            Instance<Storefront> storefront,
            Instance<PublicUrl> url) {
        this.problems = new EdgeProblems(mapper, clock);
        this.web = web.map(folder -> WebApp.of(Path.of(folder), storefront::get, mapper, url.get()))
                .orElse(null);
    }

    /// HTTP/1.1 only: whoever speaks HTTP/2 does so with the proxy in front, and one wire is enough to guard.
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        options.setUseAlpn(false);
    }

    @Produces
    @Singleton
    AllowedOrigins allowedOrigins(
            @ConfigProperty(name = "jiga.allowed-origins") List<String> named,
            PublicUrl own,
            Instance<StudioOrigins> studios) {
        return AllowedOrigins.of(named, own, studios.isResolvable() ? studios.get()::include : origin -> false);
    }

    @Produces
    @Singleton
    Readiness readiness(@Any Instance<ReadyCheck> checks, InstantSource clock) {
        return new Readiness(checks.stream().toList(), clock);
    }

    @Produces
    @Singleton
    Contract contract() {
        return Contract.read(Thread.currentThread().getContextClassLoader());
    }

    /// Asked by whoever counts by address: the edge, and signing in.
    @Produces
    @Singleton
    ClientAddresses clientAddresses(@ConfigProperty(name = "jiga.trusted-proxies") Optional<List<String>> proxies) {
        return ClientAddresses.behind(proxies.orElse(List.of()));
    }

    @Produces
    @Singleton
    MetricsAccess metricsAccess(
            @ConfigProperty(name = "jiga.metrics-token") Optional<String> token, ClientAddresses addresses) {
        return new MetricsAccess(token, addresses);
    }

    @Produces
    @Singleton
    RateLimiting rateLimiting(
            @ConfigProperty(name = "jiga.rate-limit.user") long perUser,
            @ConfigProperty(name = "jiga.rate-limit.anonymous") long perAddress,
            ClientAddresses addresses,
            MetricsAccess metrics,
            TokenVerifier tokens,
            RateLimiter limiter) {
        return new RateLimiting(
                new RateLimits(perUser, perAddress, limiter), tokens, addresses, metrics, pages(), problems);
    }

    private RateLimiting.Pages pages() {
        WebApp app = web;
        return new RateLimiting.Pages() {
            /// Nothing at all is told in a page of the app.
            @Override
            public boolean isFree(RoutingContext context) {
                Addresses.Address address = Placing.of(context);
                return app != null && (address == null ? WebApp.isVisit(context) : app.isFree(address.template()));
            }

            @Override
            public boolean isAbridged(RoutingContext context) {
                Addresses.Address address = Placing.of(context);
                boolean page = app != null && address != null && app.isPage(address.template());
                if (page) {
                    WebApp.abridge(context);
                }
                return page;
            }
        };
    }

    @Produces
    @Singleton
    Access access() {
        return new Access(AccessTable.read());
    }

    /// In the order in which they run, the highest priority first.
    void filters(
            @Observes Filters filters,
            AllowedOrigins origins,
            ClientAddresses addresses,
            RateLimiting rates,
            MetricsAccess metrics) {
        filters.register(new RequestIdentity(), 1000);
        filters.register(new Placing(routes::addresses), 995);
        filters.register(new SecurityHeaders(addresses), 990);
        filters.register(new CrossOrigin(new EdgeHeaders(origins), problems), 980);
        filters.register(rates, 970);
        filters.register(new HiddenPaths(problems), 950);
        filters.register(new PathParameters(problems), 949);
        filters.register(new MetricsGuard(metrics, problems), 948);
        filters.register(new AllowedMethods(problems), 945);
        if (web != null) {
            filters.register(new UnknownPages(web), 943);
        }
        filters.register(new BodyLimit(problems), 940);
    }

    void routes(@Observes Router router, OpenApiDocumentService description) {
        routes.areOn(router);
        router.route().order(Integer.MIN_VALUE).failureHandler(problems::failure);
        // What fails before the first route does: the router itself could make nothing of it.
        for (int status : new int[] {400, 404, 405, 406, 413, 415, 500}) {
            router.errorHandler(status, problems::failure);
        }
        new Docs(description).addTo(router);
        if (web == null) {
            // Whoever follows the address that `./jiga up` prints finds something.
            router.get("/").handler(context -> context.redirect("/docs"));
        } else {
            web.addTo(router);
        }
    }
}
