package ai.jiga.store.web;

/// Where clients reach the store: every URL in an answer begins with it. Never taken from a request's
/// headers, which a stranger writes.
///
/// @param base such as `https://store.example`, without a slash at the end
public record PublicUrl(String base) {
    public PublicUrl {
        if (base.endsWith("/") || !base.matches("https?://.+")) {
            throw new IllegalArgumentException("not a base URL: " + base);
        }
    }

    /// Whether that is by TLS.
    public boolean isSecure() {
        return base.startsWith("https:");
    }

    public String http(String path) {
        return base + path;
    }

    /// The same place for WebSockets.
    public String ws(String path) {
        return base.replaceFirst("^http", "ws") + path;
    }
}
