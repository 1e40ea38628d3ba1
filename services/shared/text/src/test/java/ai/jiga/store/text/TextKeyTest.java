package ai.jiga.store.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextKeyTest {
    @Test
    void ofSeveralSpellingsOfOneNameTheFirstStays() {
        assertThat(TextKey.distinct(List.of(
                        "Pok\u00e9mon",
                        "VALORANT",
                        " Valorant ",
                        "Poke\u0301mon",
                        "Call  of Duty",
                        "call of duty",
                        "Chess")))
                .containsExactly("Pok\u00e9mon", "VALORANT", "Call  of Duty", "Chess");
    }
}
