package ai.jiga.store.gateway.app;

import ai.jiga.store.contracts.marketplace.Front;
import ai.jiga.store.contracts.marketplace.Storefront;
import ai.jiga.store.gateway.ContentTag;
import ai.jiga.store.gateway.Gzip;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.web.ContentCodings;
import ai.jiga.store.web.PublicUrl;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The web app, at the paths of its pages. What the store writes into a page is what everybody may see, so
/// a page is the same for all; it is asked for each time, and sent again where it has changed.
public final class WebApp {
    private static final int MOST_IN_THE_SITEMAP = 1_000;
    private static final String START = "/";
    private static final String SEARCH = "/search";
    private static final String AN_AGENT = "/agents/:id";
    /// Each costs a look at the documents, and somebody can make up as many addresses of it as they like.
    private static final Set<String> COUNTED = Set.of(SEARCH, AN_AGENT);

    private static final String ABRIDGED = WebApp.class.getName() + ".abridged";

    private final BuiltApp app;
    private final AppShell shell;
    private final String policy;
    /// Asked for when a page is: it is there once the process has started.
    private final Supplier<Storefront> storefront;

    private final Supplier<Front> start;
    private final PublicUrl url;

    private WebApp(BuiltApp app, AppShell shell, Supplier<Storefront> storefront, PublicUrl url) {
        this.app = app;
        this.shell = shell;
        this.policy = shell.policy();
        this.storefront = storefront;
        this.start = new BrieflyKept<>(() -> storefront.get().start());
        this.url = url;
    }

    /// @param folder what Vite built
    /// @throws java.io.UncheckedIOException when it holds no app
    public static WebApp of(Path folder, Supplier<Storefront> storefront, ObjectMapper json, PublicUrl url) {
        BuiltApp app = BuiltApp.read(folder, json);
        return new WebApp(app, new AppShell(app, json, url), storefront, url);
    }

    public void addTo(Router router) {
        app.files().forEach((path, file) -> router.get(path).handler(file::serve));
        for (AppPage page : app.pages()) {
            router.get(page.path()).blockingHandler(context -> show(context, page), false);
        }
        // What the app's worker keeps for times without a network.
        router.get("/index.html").handler(context -> answer(context, 200, shell.page("")));
        router.get("/robots.txt").handler(this::robots);
        router.get("/sitemap.xml").blockingHandler(this::sitemap, false);
    }

    /// Whether an address is a page's.
    ///
    /// @param template as `/agents/{id}`
    public boolean isPage(String template) {
        String path = pathOf(template);
        return app.pages().stream().anyMatch(page -> page.path().equals(path));
    }

    /// Whether that page is made of nothing but files and what is kept: however often it is asked for, it
    /// costs no look at the documents.
    public boolean isFree(String template) {
        return isPage(template) && !COUNTED.contains(pathOf(template));
    }

    /// As the app writes it.
    private static String pathOf(String template) {
        return template.replaceAll("\\{([^}]+)}", ":$1");
    }

    /// Of somebody who asked too often: the page comes without what it is about, which the app asks for itself.
    public static void abridge(RoutingContext context) {
        context.put(ABRIDGED, true);
    }

    /// Where there is neither a page nor anything else: the app says so, to whoever came by a link.
    public void nothingHere(RoutingContext context) {
        answer(context, 404, shell.page(""));
    }

    /// Whether somebody opens an address in a browser, and it is not one of the API's.
    public static boolean isVisit(RoutingContext context) {
        String path = context.normalizedPath();
        String accepted = context.request().getHeader(HttpHeaders.ACCEPT);
        return accepted != null
                && accepted.contains("text/html")
                && !path.startsWith("/api/")
                && !path.startsWith("/ws")
                && !path.startsWith("/.well-known/")
                && !path.startsWith("/q/")
                && !path.startsWith("/webjars/");
    }

    private void show(RoutingContext context, AppPage page) {
        String preloads = page.preloads(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        context.response().headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (context.get(ABRIDGED) != null) {
            answer(context, 200, shell.page(preloads));
            return;
        }
        switch (page.path()) {
            case START -> answer(context, 200, shell.page(preloads, path(context), start.get()));
            case SEARCH -> answer(context, 200, found(context, preloads));
            case AN_AGENT ->
                listing(context.pathParam("id"))
                        .ifPresentOrElse(
                                front -> answer(context, 200, shell.page(preloads, path(context), front)),
                                () -> nothingHere(context));
            default -> answer(context, 200, shell.page(preloads));
        }
    }

    /// Without what is found where more than a text and games narrow it: the app asks for that itself.
    private String found(RoutingContext context, String preloads) {
        return AppSearch.of(context.queryParams())
                .map(search -> shell.results(
                        preloads, path(context), storefront.get().found(search.text(), search.games()), search.text()))
                .orElseGet(() -> shell.page(preloads));
    }

    private Optional<Front> listing(String id) {
        try {
            return storefront.get().listing(ListingId.of(id));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static String path(RoutingContext context) {
        return context.normalizedPath();
    }

    private void answer(RoutingContext context, int status, String page) {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        boolean zip = ContentCodings.acceptGzip(context.request().getHeader(HttpHeaders.ACCEPT_ENCODING));
        String tag = '"' + ContentTag.of(bytes) + (zip ? "-gzip" : "") + '"';
        HttpServerResponse response = context.response();
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=utf-8")
                .putHeader("Content-Security-Policy", policy)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader(HttpHeaders.ETAG, tag);
        response.headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (status == 200 && tag.equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
        } else if (zip) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip").end(Buffer.buffer(Gzip.of(bytes)));
        } else {
            response.end(Buffer.buffer(bytes));
        }
    }

    private void robots(RoutingContext context) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain;charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .end("User-agent: *\nDisallow: /api/\nSitemap: " + url.http("/sitemap.xml") + "\n");
    }

    /// As sitemaps.org has it. An id needs no escape.
    private void sitemap(RoutingContext context) {
        String pages = storefront.get().listings(MOST_IN_THE_SITEMAP).stream()
                .map(id -> "<url><loc>" + url.http("/agents/" + id.value()) + "</loc></url>\n")
                .collect(Collectors.joining());
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/xml")
                .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .end("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                        <url><loc>%s</loc></url>
                        %s</urlset>
                        """.formatted(url.http("/"), pages));
    }
}
