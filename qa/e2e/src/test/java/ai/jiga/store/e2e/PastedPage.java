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

/// A page as a reader pastes it: its `sh` blocks, in order, in one shell.
///
/// @param page from the repository's folder
record PastedPage(Path page) {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
    private static final String END_OF_BLOCK = "--- end of block ---";

    static PastedPage of(String page) {
        return new PastedPage(ROOT.resolve(page));
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

    /// @param room where the script may lie
    List<Block> paste(StoreProcess store, Path room) throws IOException, InterruptedException {
        assumeTrue(isInstalled("curl"), "the page needs curl");
        var script = new StringBuilder("set -eu\n");
        BLOCK.matcher(Files.readString(page))
                .results()
                .forEach(match -> script.append(match.group(1)).append("echo '" + END_OF_BLOCK + "'\n"));
        var builder = new ProcessBuilder(
                        "bash",
                        Files.writeString(room.resolve("page.sh"), script).toString())
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
