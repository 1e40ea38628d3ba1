package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.PastedPage.Block;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The guide for owners, as one of them pastes it.
@ExtendWith(RunningStore.class)
class BecomeAnOwnerTest {
    private final StoreProcess store;

    @TempDir
    Path room;

    BecomeAnOwnerTest(StoreProcess store) {
        this.store = store;
    }

    @Test
    void theGuideLeadsFromAnAccountToTheFirstEarnings() throws Exception {
        List<Block> blocks = PastedPage.of("docs/guides/become-an-owner.md").paste(store, room);

        assertThat(blocks).hasSize(6);
        assertThat(blocks.get(0).last().path("displayName").asText()).isEqualTo("Olive");
        JsonNode info = blocks.get(1).last();
        assertThat(info.path("cost").asLong()).isEqualTo(Variant.PRICE);
        assertThat(info.path("baseRate").asLong()).isEqualTo(2_100);
        assertThat(info.path("voices").valueStream().map(JsonNode::asText)).contains("us_male_algenib");
        JsonNode made = blocks.get(2).answers().getFirst();
        assertThat(made.at("/userBalance/after").asLong()).isEqualTo(Person.SILVER - Variant.PRICE);
        String agent = made.at("/variant/id").asText();
        assertThat(blocks.get(2).last().at("/items/0/id").asText()).isEqualTo(agent);
        JsonNode listing = blocks.get(3).last();
        assertThat(listing.path("agentId").asText()).isEqualTo(agent);
        assertThat(listing.path("status").asText()).isEqualTo("active");
        JsonNode ended = blocks.get(4).last();
        long consumed = ended.path("consumed").asLong();
        long owners = ended.at("/distribution/owner").asLong();
        assertThat(consumed).isPositive();
        assertThat(owners).isEqualTo(consumed - consumed * 25 / 100 - consumed * 5 / 100);
        JsonNode wallet = blocks.get(5).last();
        assertThat(wallet.path("earnings").asLong() + wallet.path("pending").asLong())
                .isEqualTo(owners);
    }
}
