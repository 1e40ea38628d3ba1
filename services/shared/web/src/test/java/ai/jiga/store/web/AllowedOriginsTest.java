package ai.jiga.store.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginsTest {
    private static final PublicUrl OWN = new PublicUrl("http://localhost:3000");

    @Test
    void theStoresOwnOriginAndThoseNamedAreAllowed() {
        AllowedOrigins origins = AllowedOrigins.of(List.of("https://Game.example", " http://localhost:5173"), OWN);

        assertThat(origins.allows("https://game.example")).isTrue();
        assertThat(origins.allows("http://localhost:5173")).isTrue();
        assertThat(origins.allows("http://localhost:3000")).isTrue();
        assertThat(origins.allows("http://localhost:3001")).isFalse();
        assertThat(origins.allows("http://game.example")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "https://*.example", "game.example", "https://game.example/", ""})
    void whatIsNoOriginIsRefusedAtStart(String origin) {
        assertThatThrownBy(() -> AllowedOrigins.of(List.of(origin), OWN)).hasMessageContaining("ALLOWED_ORIGINS");
    }
}
