package ai.jiga.store.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fetches issuers' keys: Firebase's from their fixed place, others' from where the issuer's own
/// description says (OpenID Connect Discovery 1.0). Redirects are not followed, and answers are bounded in
/// size and time.
///
/// Thread-safe.
final class KeyDownloads {
    static final Duration SHORTEST = Duration.ofMinutes(1);
    static final Duration LONGEST = Duration.ofHours(24);
    /// For an answer that does not say.
    static final Duration UNSAID = Duration.ofMinutes(10);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long MOST_BYTES = 1 << 18;
    private static final int OK = 200;
    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[,\\s])max-age=\"?(\\d{1,9})");

    private final ObjectMapper json = new ObjectMapper();
    private final URI firebase;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /// @param firebase where Firebase's keys are
    KeyDownloads(URI firebase) {
        this.firebase = firebase;
    }

    PublishedKeys.Download of(Issuer issuer) {
        return switch (issuer) {
            case Issuer.Firebase project -> () -> keys(firebase);
            case Issuer.Oidc oidc -> () -> keys(place(oidc));
        };
    }

    private URI place(Issuer.Oidc issuer) throws IOException, InterruptedException {
        URI asked = issuer.description();
        JsonNode description;
        try {
            description = json.readTree(get(asked).body());
        } catch (JsonProcessingException e) {
            throw new IOException(asked + " is not JSON", e);
        }
        if (!issuer.name().equals(description.path("issuer").textValue())) {
            // Discovery 4.3: or somebody else's keys would be taken for this issuer's.
            throw new IOException(asked + " describes the issuer '"
                    + description.path("issuer").asText() + "'; JIGA_ISSUERS has to name it to the letter");
        }
        try {
            URI place = URI.create(description.path("jwks_uri").asText());
            if (Issuers.isTrustworthy(place)) {
                return place;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new IOException(asked + " has no 'jwks_uri' that could be trusted");
    }

    private PublishedKeys.Answer keys(URI place) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = get(place);
        try {
            var keys = JWKSet.parse(new String(answer.body(), StandardCharsets.UTF_8))
                    .toPublicJWKSet();
            return new PublishedKeys.Answer(keys, freshFor(answer.headers()));
        } catch (ParseException e) {
            throw new IOException(place + " holds no key set", e);
        }
    }

    private HttpResponse<byte[]> get(URI place) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(place)
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .build();
        HttpResponse<byte[]> answer = http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        if (answer.statusCode() != OK) {
            throw new IOException(place + " answers " + answer.statusCode());
        }
        return answer;
    }

    /// RFC 9111, 4.2: what is left of `max-age` after the time that the answer lay in caches.
    private static Duration freshFor(HttpHeaders headers) {
        Matcher maxAge = MAX_AGE.matcher(String.join(",", headers.allValues("Cache-Control")));
        if (!maxAge.find()) {
            return UNSAID;
        }
        long age = headers.firstValue("Age")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Long::valueOf)
                .orElse(0L);
        Duration left = Duration.ofSeconds(Long.parseLong(maxAge.group(1)) - age);
        return left.compareTo(SHORTEST) < 0 ? SHORTEST : left.compareTo(LONGEST) > 0 ? LONGEST : left;
    }
}
