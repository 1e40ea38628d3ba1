package ai.jiga.store.gateway.app;

import ai.jiga.store.web.ContentCodings;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A file of the app. What its name has a hash in never changes, and is kept for ever; it was packed when it was built.
///
/// @param packed by content coding, where that is smaller
record AppFile(String type, Buffer plain, Map<String, Buffer> packed, boolean immutable) {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("js", "text/javascript;charset=utf-8"),
            Map.entry("css", "text/css;charset=utf-8"),
            Map.entry("html", "text/html;charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("webp", "image/webp"),
            Map.entry("ico", "image/png"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("txt", "text/plain;charset=utf-8"));
    private static final String BROTLI = ".br";
    private static final String GZIP = ".gz";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    /// @param immutable whether its name has a hash of what is in it
    static AppFile read(Path file, boolean immutable) throws IOException {
        String name = file.getFileName().toString();
        String type = TYPES.getOrDefault(
                name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT), "application/octet-stream");
        var packed = new LinkedHashMap<String, Buffer>();
        pack(packed, "br", file.resolveSibling(name + BROTLI));
        pack(packed, "gzip", file.resolveSibling(name + GZIP));
        return new AppFile(type, Buffer.buffer(Files.readAllBytes(file)), packed, immutable);
    }

    private static void pack(Map<String, Buffer> packed, String coding, Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            packed.put(coding, Buffer.buffer(Files.readAllBytes(file)));
        }
    }

    static boolean isPacked(Path file) {
        return file.toString().endsWith(BROTLI) || file.toString().endsWith(GZIP);
    }

    void serve(RoutingContext context) {
        HttpServerResponse response = context.response();
        String coding = coding(context.request().getHeader(HttpHeaders.ACCEPT_ENCODING));
        response.putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(HttpHeaders.CACHE_CONTROL, immutable ? FOR_EVER : "no-cache");
        if (!packed.isEmpty()) {
            response.headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
        if (coding == null) {
            response.end(plain);
        } else {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, coding).end(packed.get(coding));
        }
    }

    /// The smallest that is accepted.
    private @Nullable String coding(@Nullable String accepted) {
        return packed.keySet().stream()
                .filter(coding -> ContentCodings.accept(accepted, coding))
                .findFirst()
                .orElse(null);
    }
}
