package ai.jiga.store.app.settings;

import java.net.URI;

/// Where cached values and rate limits lie.
public sealed interface CacheSetting {
    String source();

    record Caffeine(String source) implements CacheSetting {}

    /// @param url may hold a password: never shown as it is
    record Redis(URI url, String source) implements CacheSetting {
        /// Without what is secret.
        String shown() {
            return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
        }

        public String hostAndPort() {
            return url.getHost() + ":" + (url.getPort() < 0 ? 6379 : url.getPort());
        }

        @Override
        public String toString() {
            return shown();
        }
    }

    static CacheSetting of(Environment environment) {
        String name = "REDIS_URL";
        if (!environment.isSet(name)) {
            return new Caffeine("default");
        }
        String url = environment.text(name).orElse("");
        if (!Environment.isUrl(url, "redis", "rediss")) {
            // It may hold a password, so it is not repeated.
            environment.problem(name + " is not an address such as redis://host:6379 (rediss:// for TLS).");
            return new Caffeine(name);
        }
        return new Redis(URI.create(url), name);
    }
}
