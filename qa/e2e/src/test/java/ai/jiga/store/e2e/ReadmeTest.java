package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The README's tour, as a newcomer pastes it: its `sh` blocks, in order, in one shell.
@ExtendWith(RunningStore.class)
class ReadmeTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
    private static final String END_OF_BLOCK = "--- end of block ---";

    private final StoreProcess store;

    @TempDir
    Path room;

    ReadmeTest(StoreProcess store) {
        this.store = store;
    }

    @Test
    void theTourLeadsFromRegistrationToReview() throws Exception {
        assumeTrue(isInstalled("curl"), "the tour needs curl");

        List<Block> blocks = walk();

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

    /// What a block printed.
    record Block(String said) {
        /// The lines that are JSON objects.
        List<JsonNode> answers() throws IOException {
            List<JsonNode> answers = new ArrayList<>();
            for (String line : said.lines().filter(text -> text.startsWith("{")).toList()) {
                answers.add(Client.JSON.readTree(line));
            }
            return answers;
        }

        JsonNode last() throws IOException {
            assertThat(answers()).as(said).isNotEmpty();
            return answers().getLast();
        }
    }

    private List<Block> walk() throws Exception {
        var script = new StringBuilder("set -eu\n");
        BLOCK.matcher(Files.readString(ROOT.resolve("README.md")))
                .results()
                .forEach(match -> script.append(match.group(1)).append("echo '" + END_OF_BLOCK + "'\n"));
        var builder = new ProcessBuilder(
                        "bash",
                        Files.writeString(room.resolve("tour.sh"), script).toString())
                .directory(ROOT.toFile())
                .redirectErrorStream(true);
        builder.environment().put("STORE", store.url().toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            String said = String.join("\n", reader.lines().toList());
            assertThat(process.waitFor()).as(said).isZero();
            List<Block> blocks = new ArrayList<>();
            for (String each : said.split("\n?" + END_OF_BLOCK + "\n?", -1)) {
                blocks.add(new Block(each));
            }
            return blocks.subList(0, blocks.size() - 1);
        } finally {
            process.destroyForcibly();
        }
    }

    private static boolean isInstalled(String program) throws IOException, InterruptedException {
        return new ProcessBuilder("bash", "-c", "command -v " + program)
                        .redirectErrorStream(true)
                        .start()
                        .waitFor()
                == 0;
    }
}
