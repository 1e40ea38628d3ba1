package ai.jiga.store.security;

import java.net.URI;

/// Somebody else whose tokens the store takes for proof of who calls.
public sealed interface Issuer {
    /// What `iss` must be, to the letter.
    String name();

    /// Whom its tokens must be for (`aud`).
    String audience();

    /// Firebase Auth of one project. Its users keep their ids here, because Firestore's rules compare
    /// `request.auth.uid` with the ids of documents; so there can be one project at most.
    ///
    /// @param project id of the Firebase project
    record Firebase(String project) implements Issuer {
        /// Google's keys for all projects, with a `Cache-Control` that says how long they are good.
        static final URI KEYS =
                URI.create("https://www.googleapis.com/service_accounts/v1/jwk/securetoken@system.gserviceaccount.com");

        static final String PREFIX = "https://securetoken.google.com/";

        @Override
        public String name() {
            return PREFIX + project;
        }

        @Override
        public String audience() {
            return project;
        }
    }

    /// An issuer that describes itself (OpenID Connect Discovery 1.0).
    ///
    /// @param name its address, as its tokens have it in `iss`
    /// @param audience what the issuer calls this store
    record Oidc(String name, String audience) implements Issuer {
        private static final String DESCRIPTION = "/.well-known/openid-configuration";

        URI description() {
            return URI.create((name.endsWith("/") ? name.substring(0, name.length() - 1) : name) + DESCRIPTION);
        }
    }
}
