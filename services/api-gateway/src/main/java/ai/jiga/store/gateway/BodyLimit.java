package ai.jiga.store.gateway;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Refuses a body whose announced length is over the limit, before a byte of it is read. One of
/// unannounced length is counted while it is read, by [BodyReading].
final class BodyLimit implements Handler<RoutingContext> {
    static final int JSON = 1 << 20;
    static final int IMAGE = 5 << 20;

    private static final Pattern TAKES_IMAGES = Pattern.compile("/?(api/v1/agents/[^/]+/image|assets/uploads/[^/]+)");

    private final EdgeProblems problems;

    BodyLimit(EdgeProblems problems) {
        this.problems = problems;
    }

    @Override
    public void handle(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        int limit = of(context.normalizedPath(), context.request().getHeader(HttpHeaders.CONTENT_TYPE));
        // Netty has made sure that it is a whole number, but not of how many digits.
        if (length != null && (length.length() > 18 || Long.parseLong(length) > limit)) {
            problems.answer(context, tooLarge(limit));
        } else {
            context.next();
        }
    }

    /// Bytes that a body of this type may have there. Where images are taken, what a body says it is does not
    /// count.
    static int of(String path, @Nullable String contentType) {
        boolean image = TAKES_IMAGES.matcher(path).matches()
                || contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("image/");
        return image ? IMAGE : JSON;
    }

    static Rejection tooLarge(int limit) {
        return Rejection.of(
                ErrorCode.BODY_TOO_LARGE,
                limit == IMAGE ? "An image has at most 5 MiB." : "A body has at most 1 MiB, an image 5 MiB.");
    }
}
