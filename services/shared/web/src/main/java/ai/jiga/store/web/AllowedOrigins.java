package ai.jiga.store.web;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The web sites whose scripts may call the store: those named by `ALLOWED_ORIGINS`, the store's own pages,
/// and those that studios name in their publishable keys. CORS asks it for every request; a WebSocket
/// endpoint must ask by itself, since browsers let any site open one.
public final class AllowedOrigins {
    private final Set<String> origins;
    private final Predicate<String> studios;

    private AllowedOrigins(Set<String> origins, Predicate<String> studios) {
        this.origins = Set.copyOf(origins);
        this.studios = studios;
    }

    /// @param named such as `https://app.example`, without a path
    /// @throws IllegalArgumentException when one of them is no origin; there is no wildcard, since
    ///     credentials are sent
    public static AllowedOrigins of(List<String> named, PublicUrl own) {
        return of(named, own, origin -> false);
    }

    /// @param studios whether an origin is a studio's, whose publishable key names it; asked for every request
    public static AllowedOrigins of(List<String> named, PublicUrl own, Predicate<String> studios) {
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
        return new AllowedOrigins(origins, studios);
    }

    /// @param origin the `Origin` header, or null: no browser sent it, so no site's script did
    public boolean allows(@Nullable String origin) {
        return origin == null
                || origins.contains(origin.toLowerCase(Locale.ROOT))
                || studios.test(origin.toLowerCase(Locale.ROOT));
    }

    /// Whether its scripts may send cookies along. A studio's may not: it is a stranger to whoever is signed in.
    public boolean allowsCredentials(String origin) {
        return origins.contains(origin.toLowerCase(Locale.ROOT));
    }
}
