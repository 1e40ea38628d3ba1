package ai.jiga.store.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EcmaPatternTest {
    @Test
    void whatJavaMatchesWholeIsAnchored() {
        assertThat(EcmaPattern.of("active|paused")).isEqualTo("^(?:active|paused)$");
    }

    @Test
    void whatIsAnchoredOrOnlyFoundStays() {
        assertThat(EcmaPattern.of("^a|b$")).isEqualTo("^a|b$");
        assertThat(EcmaPattern.of("\\S")).isEqualTo("\\S");
    }

    @Test
    void javasFlagsAreWrittenOut() {
        assertThat(EcmaPattern.of("(?i)mo|tu")).isEqualTo("^(?:[mM][oO]|[tT][uU])$");
        assertThat(EcmaPattern.of("(?s).*\\S.*")).isEqualTo("^(?:[\\s\\S]*\\S[\\s\\S]*)$");
    }

    @Test
    void whatOnlyJavaReadsEndsTheBuild() {
        assertThatThrownBy(() -> EcmaPattern.of("(?x) a")).hasMessageContaining("(?x) a");
        assertThatThrownBy(() -> EcmaPattern.of("a*+")).hasMessageContaining("ECMA-262");
        assertThatThrownBy(() -> EcmaPattern.of("\\Qa\\E")).hasMessageContaining("ECMA-262");
    }
}
