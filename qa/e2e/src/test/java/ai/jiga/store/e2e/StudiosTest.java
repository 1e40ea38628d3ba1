package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.PastedPage.Block;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The guide for studios, as one of their developers pastes it.
@ExtendWith(RunningStore.class)
class StudiosTest {
    private final StoreProcess store;

    @TempDir
    Path room;

    StudiosTest(StoreProcess store) {
        this.store = store;
    }

    @Test
    void theGuideLeadsFromAKeyToAPlayerWithACap() throws Exception {
        List<Block> blocks = PastedPage.of("docs/guides/studios.md").paste(store, room);

        assertThat(blocks).hasSize(5);
        assertThat(blocks.get(0).last().path("key").asText()).startsWith("jiga_test_");
        assertThat(blocks.get(1).last().at("/budgets/day").asLong()).isEqualTo(200_000);
        assertThat(blocks.get(1).last().at("/budgets/inFlight").isMissingNode()).isTrue();
        assertThat(blocks.get(2).last().path("key").asText()).startsWith("jiga_test_");
        List<JsonNode> test = blocks.get(3).answers();
        assertThat(test.getFirst().path("currency").asText()).isEqualTo("DOF_TEST");
        assertThat(blocks.get(3).said()).contains("agent_response");
        assertThat(test.getLast().path("status").asText()).isEqualTo("ended");
        assertThat(test.getLast().path("consumed").asLong()).isGreaterThanOrEqualTo(100);
        List<JsonNode> player = blocks.get(4).answers();
        assertThat(player.getFirst().at("/player/externalId").asText()).isEqualTo("player-42");
        assertThat(player.get(1).path("sessionId").asText()).isNotEmpty();
        assertThat(player.getLast().path("code").asText()).isEqualTo("BUDGET_EXCEEDED");
    }
}
