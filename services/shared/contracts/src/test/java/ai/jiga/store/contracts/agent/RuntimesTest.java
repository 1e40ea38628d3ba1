package ai.jiga.store.contracts.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RuntimesTest {
    @Test
    void theCoachAnswersForThePlatformsAgentsAndForThoseThatAskForIt() {
        assertThat(Runtimes.BUILTIN.answering(Provider.GEMINI, true)).isEqualTo(Provider.BUILTIN);
        assertThat(Runtimes.BUILTIN.answering(Provider.BUILTIN, false)).isEqualTo(Provider.BUILTIN);
    }

    @Test
    void nobodyStandsInForAnAgentOfAnotherProvider() {
        assertThat(Runtimes.BUILTIN.answering(Provider.OPENAI, false)).isNull();
        assertThat(Runtimes.BUILTIN.answering(Provider.WEBHOOK, false)).isNull();
    }

    @Test
    void aConnectedRuntimeAnswersForItsProvider() {
        Runtimes runtimes = Runtimes.named(Set.of("builtin", "gemini", "something-else"));

        assertThat(runtimes.connected()).containsExactlyInAnyOrder(Provider.BUILTIN, Provider.GEMINI);
        assertThat(runtimes.answering(Provider.GEMINI, true)).isEqualTo(Provider.GEMINI);
        assertThat(runtimes.answering(Provider.GEMINI, false)).isEqualTo(Provider.GEMINI);
        assertThat(runtimes.answering(Provider.OPENAI, true)).isEqualTo(Provider.BUILTIN);
    }
}
