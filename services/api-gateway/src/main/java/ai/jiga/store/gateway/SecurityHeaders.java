package ai.jiga.store.gateway;

import ai.jiga.store.web.ClientAddresses;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/// What every answer tells browsers to refuse on our behalf, errors included.
public final class SecurityHeaders implements Handler<RoutingContext> {
    public static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' https: data:; "
            + "object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    /// Of a page that has its styles in itself.
    ///
    /// @param style what stands between `<style>` and its end (CSP 3, hashes of inline content)
    public static String withStyle(String style) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return CONTENT_SECURITY_POLICY + "; style-src 'self' 'sha256-"
                    + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /// It speaks for this host alone: a self-hosted store must not decide for the other hosts of its domain.
    public static final String STRICT_TRANSPORT_SECURITY = "max-age=31536000";

    /// Header name to value, of every answer.
    public static final Map<String, String> ALL = Map.of(
            "Content-Security-Policy",
            CONTENT_SECURITY_POLICY,
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "strict-origin-when-cross-origin");

    private final ClientAddresses addresses;

    SecurityHeaders(ClientAddresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public void handle(RoutingContext context) {
        EdgeHeaders.guard(context.response().headers(), addresses.cameByTls(context.request()));
        context.next();
    }
}
