package ai.jiga.store.gateway;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/// What every answer tells browsers to refuse on our behalf, errors included.
public final class SecurityHeaders implements Handler<RoutingContext> {
    public static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' https: data:; "
            + "object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    /// Header name to value. `Strict-Transport-Security` speaks for this host alone: a self-hosted
    /// store must not decide for the other hosts of its domain. Browsers ignore it on plain HTTP.
    public static final Map<String, String> ALL = Map.of(
            "Content-Security-Policy",
            CONTENT_SECURITY_POLICY,
            "Strict-Transport-Security",
            "max-age=31536000",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "strict-origin-when-cross-origin");

    @Override
    public void handle(RoutingContext context) {
        ALL.forEach(context.response()::putHeader);
        context.next();
    }
}
