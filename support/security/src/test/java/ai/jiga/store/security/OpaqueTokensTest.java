package ai.jiga.store.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class OpaqueTokensTest {
    @Test
    void tokensAreLongDifferentAndFitIntoAUrl() {
        var tokens = new OpaqueTokens();
        var seen = new HashSet<String>();
        for (int i = 0; i < 1000; i++) {
            String token = tokens.next();
            assertThat(token).matches("[A-Za-z0-9_-]{43}");
            assertThat(seen.add(token)).isTrue();
        }
    }

    @Test
    void theHashIsPlainSha256() {
        assertThat(OpaqueTokens.hash("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
