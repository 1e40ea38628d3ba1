package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.PastedPage.Block;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The README's tour, as a newcomer pastes it: its `sh` blocks, in order, in one shell.
@ExtendWith(RunningStore.class)
class ReadmeTest {
    private final StoreProcess store;

    @TempDir
    Path room;

    ReadmeTest(StoreProcess store) {
        this.store = store;
    }

    @Test
    void theTourLeadsFromRegistrationToReview() throws Exception {
        List<Block> blocks = PastedPage.of("README.md").paste(store, room);

        assertThat(blocks).hasSize(9);
        JsonNode profile = blocks.get(0).last();
        JsonNode filled = blocks.get(1).last();
        JsonNode found = blocks.get(2).last();
        JsonNode afterHire = blocks.get(3).last();
        String talk = blocks.get(4).said();
        JsonNode usage = blocks.get(5).last();
        JsonNode ended = blocks.get(6).answers().getFirst();
        JsonNode afterEnd = blocks.get(6).last();
        JsonNode receipt = blocks.get(7).answers().getFirst();
        JsonNode reviews = blocks.get(8).last();

        assertThat(profile.path("displayName").asText()).isEqualTo("Ada");
        assertThat(filled.path("available").asLong()).isEqualTo(Person.SILVER);
        assertThat(found.at("/items/0/listingId").asText()).isEqualTo("truwakandan-cod-specialist-001");
        assertThat(afterHire.path("held").asLong()).isEqualTo(10_000);
        assertThat(talk).contains("You have 1 kill, 1 death", "\"dofConsumed\":100");
        assertThat(usage.findValuesAsText("action")).contains("chat", "time");
        long consumed = ended.path("consumed").asLong();
        // Besides the 100 for the chat, the time is charged: how much, the speed of the machine decides.
        assertThat(consumed).isBetween(100L, 10_000L);
        assertThat(ended.path("released").asLong()).isEqualTo(10_000 - consumed);
        assertThat(ended.at("/distribution/owner").asLong()
                        + ended.at("/distribution/platform").asLong())
                .isEqualTo(consumed);
        assertThat(afterEnd.path("held").asLong()).isZero();
        assertThat(afterEnd.path("available").asLong()).isEqualTo(Person.SILVER - consumed);
        assertThat(receipt.path("receipt").asText()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
        assertThat(reviews.findValuesAsText("comment")).contains("Saw the AWP before I did.");
    }
}
