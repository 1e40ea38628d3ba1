package ai.jiga.store.gateway;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/// The API as a page at `/docs`: Swagger UI, started by a script of our own, because the one it comes with
/// stands in its page, where our Content-Security-Policy lets no script run. And as a document, at
/// `/openapi`.
final class Docs {
    private static final String OURS = "ai/jiga/store/gateway/docs/";
    private static final String WEBJAR = "META-INF/resources/webjars/swagger-ui/";
    private static final String WEBJAR_VERSION = "META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html;charset=utf-8", "js", "text/javascript", "css", "text/css", "png", "image/png");
    private static final Pattern TIME_OF_DAY = Pattern.compile("(?m)^( *(?:- )?[A-Za-z]+: )(\\d+:[0-5]\\d)$");
    /// Before the framework's own, which knows neither caches nor gzip.
    private static final int BEFORE = -1;

    private final Map<String, Page> pages = new HashMap<>();
    private final Page json;
    private final Page yaml;

    Docs(OpenApiDocumentService description) {
        String theirs = WEBJAR + webjarVersion() + "/";
        page("index.html", OURS);
        page("start.js", OURS);
        page("swagger-ui-bundle.js", theirs);
        page("swagger-ui.css", theirs);
        page("favicon-32x32.png", theirs);
        String document = OpenApiConstants.DEFAULT_DOCUMENT_NAME;
        json = new Page("application/json", () -> description.getDocument(document, Format.JSON));
        yaml = new Page("application/yaml", () -> quoted(description.getDocument(document, Format.YAML)));
    }

    /// To readers of YAML 1.1, of which there are many, `18:00` without quotes is the number 1080.
    private static byte[] quoted(byte[] yaml) {
        return TIME_OF_DAY
                .matcher(new String(yaml, StandardCharsets.UTF_8))
                .replaceAll("$1\"$2\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    private void page(String file, String folder) {
        String type = TYPES.getOrDefault(file.substring(file.lastIndexOf('.') + 1), "");
        pages.put(file, new Page(type, () -> bytes(folder + file)));
    }

    void addTo(Router router) {
        pages.forEach((file, page) -> {
            String path = file.equals("index.html") ? "/docs" : "/docs/" + file;
            router.get(path).blockingHandler(context -> page.serve(context, null), false);
        });
        router.get("/openapi").order(BEFORE).blockingHandler(this::describe, false);
        router.get("/openapi.json").order(BEFORE).blockingHandler(context -> json.serve(context, null), false);
        for (String path : new String[] {"/openapi.yaml", "/openapi.yml"}) {
            router.get(path).order(BEFORE).blockingHandler(context -> yaml.serve(context, null), false);
        }
    }

    private void describe(RoutingContext context) {
        String accept = context.request().getHeader(HttpHeaders.ACCEPT);
        boolean asJson = accept != null && accept.contains("application/json")
                || "json".equalsIgnoreCase(context.request().getParam("format"));
        (asJson ? json : yaml).serve(context, "Accept");
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
}
