package ai.jiga.store.gateway;

import ai.jiga.store.web.ClientAddresses;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who may read the figures of the process: somebody on this machine, or whoever shows the token that its
/// environment names.
final class MetricsAccess {
    static final String PATH = "/metrics";

    private static final String BEARER = "bearer ";
    private static final int LEAST_LENGTH = 16;

    private final Optional<byte[]> token;
    private final ClientAddresses addresses;

    /// @throws IllegalArgumentException when the token could be guessed
    MetricsAccess(Optional<String> token, ClientAddresses addresses) {
        Optional<String> set = token.map(String::strip).filter(text -> !text.isEmpty());
        if (set.isPresent() && set.get().length() < LEAST_LENGTH) {
            throw new IllegalArgumentException("JIGA_METRICS_TOKEN is a secret of " + LEAST_LENGTH
                    + " characters or more, such as 'openssl rand -hex 24' makes.");
        }
        this.token = set.map(text -> text.getBytes(StandardCharsets.UTF_8));
        this.addresses = addresses;
    }

    boolean allows(HttpServerRequest request) {
        return addresses.isLocal(request) || showsToken(request.getHeader(HttpHeaders.AUTHORIZATION));
    }

    /// Whether there is a token to be shown.
    boolean takesToken() {
        return token.isPresent();
    }

    private boolean showsToken(@Nullable String authorization) {
        if (token.isEmpty()
                || authorization == null
                || !authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return false;
        }
        byte[] shown = authorization.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(shown, token.get());
    }
}
