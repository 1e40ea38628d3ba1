package ai.jiga.store.user.inbound;

import ai.jiga.store.security.DeviceTokens;
import ai.jiga.store.web.PublicUrl;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/// Where a browser keeps its device token: out of reach of scripts, and sent to nobody but `/api/v1/auth`, from pages
/// of the store's own site. Over TLS its name has the prefix that lets nobody without TLS set it (RFC 6265bis, 4.1.3).
///
/// It opens nothing by itself: every request that does something carries a token or a password besides, which another
/// site's page cannot add. So there is nothing to forge across sites (CSRF).
final class DeviceCookie {
    private static final String NAME = "jiga_device";
    private static final String PATH = "/api/v1/auth";

    private final String name;
    private final boolean secure;

    /// @param url whether clients reach the store by TLS
    DeviceCookie(PublicUrl url) {
        this.secure = url.isSecure();
        this.name = secure ? "__Secure-" + NAME : NAME;
    }

    Optional<String> of(HttpHeaders request) {
        return Optional.ofNullable(request.getCookies().get(name)).map(Cookie::getValue);
    }

    /// A `Set-Cookie` (RFC 6265bis, 4.1).
    String with(String token) {
        return name + "=" + token + "; Path=" + PATH + "; Max-Age=" + DeviceTokens.LIFETIME.toSeconds()
                + "; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
    }
}
