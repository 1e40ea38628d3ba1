package ai.jiga.store.transaction.outbound;

import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.transaction.model.ProviderEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A payment provider of play money, for stores that run with `JIGA_PAYMENTS=sandbox`. It behaves like a
/// real one: a checkout page, then a signed event, which the store believes for its signature alone.
public final class SandboxProvider {
    public static final String NAME = "sandbox";

    private final ObjectMapper json;
    private final SecretKeySpec key;
    private final String checkoutBase;

    /// @param secret what the events are signed with
    /// @param checkoutBase where the checkout pages are, without a slash at the end
    public SandboxProvider(ObjectMapper json, byte[] secret, String checkoutBase) {
        this.json = json;
        this.key = new SecretKeySpec(secret, "HmacSHA256");
        this.checkoutBase = checkoutBase;
    }

    public String checkoutUrl(TransactionId id) {
        return checkoutBase + "/" + id;
    }

    /// An event and its signature, as a provider would send them.
    public record Signed(String body, String signature) {}

    public Signed sign(ProviderEvent event) {
        try {
            String body = json.writeValueAsString(event);
            return new Signed(body, hmac(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /// The event, if the signature is right.
    public Optional<ProviderEvent> verify(Signed signed) {
        byte[] expected = hmac(signed.body()).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, signed.signature().getBytes(StandardCharsets.US_ASCII))) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readValue(signed.body(), ProviderEvent.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private String hmac(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }
}
