package ai.jiga.store.user.inbound;

import ai.jiga.store.security.DeviceTokens;
import ai.jiga.store.user.model.RefreshToken;
import ai.jiga.store.web.PublicUrl;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Optional;

/// What a browser keeps of a sign-in: out of reach of scripts, and sent to nobody but `/api/v1/auth`, from pages of the
/// store's own site. Over TLS its name has the prefix that lets nobody without TLS set it (RFC 6265bis, 4.1.3).
final class AuthCookie {
    private static final String PATH = "/api/v1/auth";

    private final String name;
    private final Duration lifetime;
    private final String attributes;

    private AuthCookie(String name, Duration lifetime, String sameSite, PublicUrl url) {
        this.name = url.isSecure() ? "__Secure-" + name : name;
        this.lifetime = lifetime;
        this.attributes = "; HttpOnly; SameSite=" + sameSite + (url.isSecure() ? "; Secure" : "");
    }

    /// Names the device. It opens nothing by itself: every request that does something carries a token or a password
    /// besides, which another site's page cannot add. So there is nothing to forge across sites (CSRF).
    static AuthCookie ofDevice(PublicUrl url) {
        return new AuthCookie("jiga_device", DeviceTokens.LIFETIME, "Lax", url);
    }

    /// Renews a sign-in, for pages of the store itself: sent by them alone, and taken from them alone ([OwnPages]).
    static AuthCookie ofSignIn(PublicUrl url) {
        return new AuthCookie("jiga_refresh", RefreshToken.LIFETIME, "Strict", url);
    }

    Optional<String> of(HttpHeaders request) {
        return Optional.ofNullable(request.getCookies().get(name)).map(Cookie::getValue);
    }

    /// A `Set-Cookie` (RFC 6265bis, 4.1).
    String with(String token) {
        return name + "=" + token + "; Path=" + PATH + "; Max-Age=" + lifetime.toSeconds() + attributes;
    }

    /// A `Set-Cookie` that takes it away.
    String gone() {
        return name + "=; Path=" + PATH + "; Max-Age=0" + attributes;
    }
}
