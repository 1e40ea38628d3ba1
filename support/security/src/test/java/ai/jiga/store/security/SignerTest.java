package ai.jiga.store.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSObject;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignerTest {
    private static final String RECEIPT = "{\"sessionId\":\"s1\",\"consumed\":1200,\"player\":\"Zo\u00eb\"}";

    @TempDir
    Path folder;

    private SigningKeys keys;

    @BeforeEach
    void open() {
        keys = SigningKeys.open(folder.resolve("ours"), InstantSource.system());
    }

    @Test
    void whatIsSignedCanBeCheckedWithThePublishedJsonAlone() throws Exception {
        var signed = new Signer(keys).sign("receipt+jws", RECEIPT);
        String published = new ObjectMapper().writeValueAsString(keys.jwks());

        @SuppressWarnings("unchecked")
        Map<String, Object> read = new ObjectMapper().readValue(published, Map.class);

        assertThat(new SignatureVerifier(read).verify("receipt+jws", signed.jws()))
                .contains(RECEIPT);
        assertThat(JWSObject.parse(signed.jws()).getHeader().toJSONObject())
                .isEqualTo(Map.of("alg", "ES256", "typ", "receipt+jws", "kid", signed.keyId()));
    }

    @Test
    void aChangedTextAnotherTypeAndAnotherStoresKeysAreRefused() {
        var signed = new Signer(keys).sign("receipt+jws", RECEIPT);
        var verifier = new SignatureVerifier(keys.jwks());
        String[] parts = signed.jws().split("\\.");
        String other = new Signer(keys).sign("receipt+jws", "{}").jws().split("\\.")[1];

        assertThat(verifier.verify("receipt+jws", parts[0] + "." + other + "." + parts[2]))
                .isEmpty();
        assertThat(verifier.verify("export+jws", signed.jws())).isEmpty();
        assertThat(verifier.verify("receipt+jws", "nonsense")).isEmpty();
        SigningKeys theirs = SigningKeys.open(folder.resolve("theirs"), InstantSource.system());
        assertThat(new SignatureVerifier(theirs.jwks()).verify("receipt+jws", signed.jws()))
                .isEmpty();
    }

    @Test
    void aMapThatIsNoKeySetIsRefused() {
        assertThatThrownBy(() -> new SignatureVerifier(Map.of("keys", "none")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
