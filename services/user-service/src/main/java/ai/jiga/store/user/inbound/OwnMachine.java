package ai.jiga.store.user.inbound;

import ai.jiga.store.web.PublicUrl;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/// A sandbox on somebody's own machine, where whoever asks sits at it.
///
/// A store that strangers reach has another address in `JIGA_PUBLIC_URL`. A page of a stranger that reaches this one by
/// a name of its own that leads here (DNS rebinding) names it in `Host`, where scripts cannot write.
public final class OwnMachine {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final Set<String> OF_PROXIES = Set.of("forwarded", "via", "x-real-ip", "x-original-host");

    private final boolean sandbox;
    private final URI url;

    public OwnMachine(boolean sandbox, PublicUrl url) {
        this.sandbox = sandbox;
        this.url = URI.create(url.base());
    }

    boolean isAskedFrom(HttpServerRequest request) {
        return sandbox
                && NAMES.contains(url.getHost())
                && url.getAuthority().equalsIgnoreCase(request.getHeader(HttpHeaders.HOST))
                && !isForwarded(request);
    }

    /// Whether a proxy says that it passes it on, or asks in the old way that proxies do where nobody told them
    /// otherwise. One that does neither is not seen.
    private static boolean isForwarded(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_1_0
                || request.headers().names().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .anyMatch(name -> name.startsWith("x-forwarded")
                                || name.startsWith("cf-")
                                || name.endsWith("-client-ip")
                                || OF_PROXIES.contains(name));
    }
}
