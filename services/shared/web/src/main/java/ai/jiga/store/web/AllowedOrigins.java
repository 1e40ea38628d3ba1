package ai.jiga.store.web;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The web sites whose scripts may call the store: those named by `ALLOWED_ORIGINS`, and the store's
/// own pages. CORS asks it for every request; a WebSocket endpoint must ask by itself, since browsers
/// let any site open one.
public final class AllowedOrigins {
    private final Set<String> origins;

    private AllowedOrigins(Set<String> origins) {
        this.origins = Set.copyOf(origins);
    }

    /// @param named such as `https://app.example`, without a path
    /// @throws IllegalArgumentException when one of them is no origin; there is no wildcard, since
    /// credentials are sent
    public static AllowedOrigins of(List<String> named, PublicUrl own) {
        var origins = new HashSet<String>();
        for (String name : named) {
            String origin = name.strip().toLowerCase(Locale.ROOT);
            if (!origin.matches("https?://[^/*\\s]+")) {
                throw new IllegalArgumentException(
                        "ALLOWED_ORIGINS: '" + name + "' is not an origin such as https://app.example");
            }
            origins.add(origin);
        }
        URI base = URI.create(own.base());
        origins.add((base.getScheme() + "://" + base.getRawAuthority()).toLowerCase(Locale.ROOT));
        return new AllowedOrigins(origins);
    }

    /// @param origin the `Origin` header, or null: no browser sent it, so no site's script did
    public boolean allows(@Nullable String origin) {
        return origin == null || origins.contains(origin.toLowerCase(Locale.ROOT));
    }
}
