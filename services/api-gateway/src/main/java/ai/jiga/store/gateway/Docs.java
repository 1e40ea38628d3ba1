package ai.jiga.store.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;

/// The API as a page at `/docs`: Swagger UI, started by a script of our own, because the one it comes
/// with stands in its page, where our Content-Security-Policy lets no script run.
final class Docs {
    private static final String OURS = "ai/jiga/store/gateway/docs/";
    private static final String WEBJAR = "META-INF/resources/webjars/swagger-ui/";
    private static final String WEBJAR_VERSION = "META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html;charset=UTF-8", "js", "text/javascript", "css", "text/css", "png", "image/png");

    private final Map<String, String> resources;
    private final Map<String, byte[]> zipped = new ConcurrentHashMap<>();

    Docs() {
        String theirs = WEBJAR + webjarVersion() + "/";
        resources = Map.of(
                "index.html", OURS + "index.html",
                "start.js", OURS + "start.js",
                "swagger-ui-bundle.js", theirs + "swagger-ui-bundle.js",
                "swagger-ui.css", theirs + "swagger-ui.css",
                "favicon-32x32.png", theirs + "favicon-32x32.png");
    }

    void addTo(Router router) {
        // Whoever follows the address that `./jiga up` prints finds something.
        router.get("/").handler(context -> context.redirect("/docs"));
        router.get("/docs").blockingHandler(context -> serve(context, "index.html"), false);
        resources
                .keySet()
                .forEach(file -> router.get("/docs/" + file).blockingHandler(context -> serve(context, file), false));
    }

    private void serve(RoutingContext context, String file) {
        String accepted = context.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
        boolean zip = accepted != null && accepted.contains("gzip");
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, TYPES.getOrDefault(file.substring(file.lastIndexOf('.') + 1), ""))
                .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (zip) {
            context.response().putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        byte[] body = zip ? zipped.computeIfAbsent(file, f -> gzip(read(f))) : read(file);
        context.response().end(Buffer.buffer(body));
    }

    private byte[] read(String file) {
        return bytes(Objects.requireNonNull(resources.get(file), file));
    }

    private static String webjarVersion() {
        var properties = new Properties();
        try {
            properties.load(new ByteArrayInputStream(bytes(WEBJAR_VERSION)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    private static byte[] bytes(String resource) {
        ClassLoader loader = Docs.class.getClassLoader();
        try (InputStream in = loader.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length / 3);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
