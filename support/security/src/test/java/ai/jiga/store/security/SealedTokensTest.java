package ai.jiga.store.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

final class SealedTokensTest {
    private static final byte[] SECRET = "thirty-two bytes of this test's ".getBytes(StandardCharsets.UTF_8);

    private final SealedTokens seal = new SealedTokens(SECRET, "tickets");

    @Test
    void whatWasSealedIsOpenedByWhoeverHasTheSecret() {
        String token = seal.seal("who you are: Åsa");
        assertThat(new SealedTokens(SECRET, "tickets").open(token)).contains("who you are: Åsa");
        assertThat(token).matches("[A-Za-z0-9_.-]+").doesNotContain("who");
    }

    @Test
    void noTwoTokensAreAlike() {
        assertThat(seal.seal("a")).isNotEqualTo(seal.seal("a"));
    }

    @Test
    void aTokenOfAnotherSecretOrUseOrOneThatWasChangedIsNone() {
        String token = seal.seal("a");
        assertThat(new SealedTokens(new byte[32], "tickets").open(token)).isEmpty();
        assertThat(new SealedTokens(SECRET, "other").open(token)).isEmpty();
        char last = token.charAt(token.length() - 2);
        assertThat(seal.open(token.substring(0, token.length() - 2) + (last == 'A' ? 'B' : 'A') + "A"))
                .isEmpty();
        assertThat(seal.open("")).isEmpty();
        assertThat(seal.open("a.b.c.d.e")).isEmpty();
        assertThat(seal.open("x".repeat(100_000))).isEmpty();
    }

    /// Such as `alg: none` of JWS, or a header that asks for another key.
    @Test
    void aHeaderOfAnotherKindIsNotTrusted() {
        String[] parts = seal.seal("a").split("\\.");
        for (String header : new String[] {
            "{\"alg\":\"none\"}", "{\"alg\":\"dir\",\"enc\":\"A128GCM\"}", "{\"alg\":\"RSA1_5\",\"enc\":\"A256GCM\"}"
        }) {
            parts[0] = Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8));
            assertThat(seal.open(String.join(".", parts))).isEmpty();
        }
    }
}
