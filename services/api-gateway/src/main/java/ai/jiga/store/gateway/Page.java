package ai.jiga.store.gateway;

import ai.jiga.store.web.ContentCodings;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something that stays the same as long as the process runs, and is for everybody: read once, packed once,
/// and not sent to who has it.
///
/// Thread-safe.
final class Page {
    private static final String SECONDS = "3600";
    private static final String ZIPPED = "-gzip";

    private final String type;
    private final Supplier<byte[]> source;
    private volatile @Nullable Content content;

    private record Content(Buffer plain, Buffer zipped, String tag) {}

    /// @param type its media type
    /// @param source asked once, at the first request
    Page(String type, Supplier<byte[]> source) {
        this.type = type;
        this.source = source;
    }

    /// @param vary what else than the coding the choice of this page was made by, or null
    void serve(RoutingContext context, @Nullable String vary) {
        Content known = content();
        HttpServerResponse response = context.response();
        boolean worthIt = known.plain().length() >= Gzip.FROM
                && known.zipped().length() < known.plain().length();
        boolean zip = worthIt && ContentCodings.acceptGzip(context.request().getHeader(HttpHeaders.ACCEPT_ENCODING));
        response.putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=" + SECONDS)
                .putHeader(HttpHeaders.ETAG, '"' + known.tag() + (zip ? ZIPPED : "") + '"');
        if (worthIt) {
            response.headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
        if (vary != null) {
            response.headers().add(HttpHeaders.VARY, vary);
        }
        if (isKnown(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), known.tag())) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, type);
        if (zip) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.end(zip ? known.zipped() : known.plain());
    }

    private Content content() {
        Content known = content;
        if (known == null) {
            byte[] bytes = source.get();
            known = new Content(Buffer.buffer(bytes), Buffer.buffer(Gzip.of(bytes)), ContentTag.of(bytes));
            content = known;
        }
        return known;
    }

    private static boolean isKnown(@Nullable String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(each -> each.strip().replaceFirst("^W/", "").replace("\"", ""))
                        .anyMatch(each -> each.equals("*") || each.equals(tag) || each.equals(tag + ZIPPED));
    }
}
