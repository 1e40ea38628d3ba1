package ai.jiga.store.user.inbound;

import ai.jiga.store.web.PublicUrl;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Set;

/// A sandbox on somebody's own machine, where whoever asks sits at it.
///
/// A store that strangers reach has another address in `JIGA_PUBLIC_URL`. A page of a stranger that reaches this one by
/// a name of its own that leads here (DNS rebinding) names it in `Host`, where scripts cannot write.
public final class OwnMachine {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final boolean sandbox;
    private final URI url;

    public OwnMachine(boolean sandbox, PublicUrl url) {
        this.sandbox = sandbox;
        this.url = URI.create(url.base());
    }

    boolean isAskedFrom(HttpHeaders request) {
        return sandbox
                && NAMES.contains(url.getHost())
                && url.getAuthority().equalsIgnoreCase(request.getHeaderString(HttpHeaders.HOST))
                && request.getHeaderString("X-Forwarded-For") == null
                && request.getHeaderString("Forwarded") == null;
    }
}
